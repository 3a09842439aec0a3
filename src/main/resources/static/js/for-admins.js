// Tasklist and Cockpit show everybody what only admins may do, and then refuse it. Their styles hide it from whoever is no
// admin.
(function mark() {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (!injector) {
    setTimeout(mark, 50);
    return;
  }
  const root = injector.get('$rootScope');
  root.$watch(
    () => ((root.authentication && root.authentication.authorizedApps) || []).includes('admin'),
    admin => document.body.classList.toggle('may-administer', admin)
  );
})();

export default [];
