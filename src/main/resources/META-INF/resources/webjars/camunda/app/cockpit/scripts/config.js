// Takes the place of Cockpit's own file; see "Camunda's web applications" in the README.
import { locales } from '../../../../js/language.js';
import { said } from '../../../../js/said.js';

export default {
  app: {
    name: 'Cockpit',
    get vendor() { return said('script', 'vendor'); }
  },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/texts', 'scripts/own/session', 'scripts/own/switch-language', 'scripts/own/for-admins', 'scripts/own/interventions']
};
