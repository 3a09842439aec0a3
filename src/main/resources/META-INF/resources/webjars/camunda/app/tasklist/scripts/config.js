// Takes the place of Tasklist's own file; see "Camunda's web applications" in the README.
import { locales } from '../../../../js/language.js';
import { said } from '../../../../js/said.js';

export default {
  app: {
    name: 'Tasklist',
    get vendor() { return said('script', 'vendor'); }
  },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['scripts/own/clock', 'scripts/own/texts', 'scripts/own/session', 'scripts/own/switch-language', 'scripts/own/for-admins',
    'scripts/own/forms', 'scripts/own/missing-answers', 'scripts/own/refusals', 'scripts/own/happened',
    'scripts/own/counts', 'scripts/own/words', 'scripts/own/focus', 'scripts/own/links'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', get description() { return said('script.shortcut', 'claimTask'); } },
    focusFilter: { key: 'ctrl+shift+f', get description() { return said('script.shortcut', 'focusFilter'); } },
    focusList: { key: 'ctrl+alt+l', get description() { return said('script.shortcut', 'focusList'); } },
    focusForm: { key: 'ctrl+alt+f', get description() { return said('script.shortcut', 'focusForm'); } },
    startProcess: { key: 'ctrl+alt+p', get description() { return said('script.shortcut', 'startProcess'); } }
  }
};
