// Tasklist and Cockpit show everybody what only admins may do, and then refuse it. Their styles hide it from whoever is no
// admin.
import { onceRunning } from './webapp.js';

onceRunning(injector => {
  const root = injector.get('$rootScope');
  root.$watch(
    () => ((root.authentication && root.authentication.authorizedApps) || []).includes('admin'),
    admin => document.body.classList.toggle('may-administer', admin)
  );
});

export default [];
