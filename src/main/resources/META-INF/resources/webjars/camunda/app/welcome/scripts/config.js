// Takes the place of Welcome's own file; see "Camunda's web applications" in the README.
export default {
  app: {
    name: 'My profile',
    vendor: 'Type-4 deployments'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/session']
};
