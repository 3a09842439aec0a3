// Loaded by Camunda's web applications. There is one login for everything, and it is ours: whoever logs out here is
// logged out everywhere, and whose session has ended gets the login page and comes back to the same place (login.js).
import { context, onceRunning } from './webapp.js';

let leaving = false;

onceRunning(injector => {
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
});

export default [];
