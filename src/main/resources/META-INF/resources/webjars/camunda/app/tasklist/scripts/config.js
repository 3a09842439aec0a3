// Takes the place of Tasklist's own file; see "Camunda's web applications" in the README.
import { locales } from '../../../../js/language.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Type-4 deployments'
  },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/clock', 'scripts/own/texts', 'scripts/own/session', 'scripts/own/for-admins', 'scripts/own/forms',
    'scripts/own/missing-answers', 'scripts/own/refusals', 'scripts/own/happened',
    'scripts/own/counts', 'scripts/own/words', 'scripts/own/focus', 'scripts/own/links'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
