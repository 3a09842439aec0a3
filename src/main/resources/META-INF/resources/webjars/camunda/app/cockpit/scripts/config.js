// Takes the place of Cockpit's own file; see "Camunda's web applications" in the README.
import { locales } from '../../../../js/language.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Type-4 deployments'
  },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/texts', 'scripts/own/session', 'scripts/own/for-admins', 'scripts/own/interventions']
};
