// Loaded by Camunda's web applications. There is one login for everything, and it is ours: whoever logs out here is
// logged out everywhere, and whose session has ended gets the login page and comes back to the same place (login.js).
const context = location.pathname.slice(0, location.pathname.indexOf('/camunda/'));
let leaving = false;

(function listen() {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (!injector) {
    setTimeout(listen, 50);
    return;
  }
  const root = injector.get('$rootScope');
  root.$on('authentication.logout.success', event => {
    event.preventDefault();
    leaving = true;
    location.href = context + '/login?logout';
  });
  root.$on('authentication.login.required', event => {
    event.preventDefault();
    if (!leaving) {
      location.reload();
    }
  });
})();

export default [];
