// Takes the place of Admin's own file; see "Camunda's web applications" in the README.
export default {
  app: {
    name: 'Admin',
    vendor: 'Type-4 deployments'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/session']
};
