// Takes the place of Admin's own file; see "Camunda's web applications" in the README.
import { locales } from '../../../../js/language.js';

export default {
  app: {
    name: 'Admin',
    vendor: 'Type-4 deployments'
  },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/texts', 'scripts/own/session']
};
