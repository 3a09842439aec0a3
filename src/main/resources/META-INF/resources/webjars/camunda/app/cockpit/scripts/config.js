// Takes the place of Cockpit's own file; see "Camunda's web applications" in the README.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Type-4 deployments'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/texts', 'scripts/own/session', 'scripts/own/for-admins', 'scripts/own/interventions']
};
