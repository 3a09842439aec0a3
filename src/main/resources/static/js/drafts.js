// What somebody types into a form of Tasklist is kept in their browser until it is sent, for them alone: whoever else logs in
// at the same browser does not see it. Nobody closes such a form by mistake.
import { said } from './said.js';
import { onceRunning } from './webapp.js';

const DAYS = 30;
const BEGIN = 'draft of ';
let root;
let leaving = false;

onceRunning(injector => {
  root = injector.get('$rootScope');
  // The login comes next, and then the same form with its draft.
  root.$on('authentication.login.required', () => { leaving = true; });
  root.$on('authentication.logout.success', () => { leaving = true; });
});

const account = () => ((root || {}).authentication || {}).name || '';
const read = kept => {
  try {
    return JSON.parse(localStorage.getItem(kept));
  } catch (unreadable) {
    return null;
  }
};

/** Of tasks that others have done meanwhile. */
function forgetOld() {
  Object.keys(localStorage)
    .filter(kept => kept.startsWith(BEGIN) && ((read(kept) || {}).at || 0) < Date.now() - DAYS * 86400000)
    .forEach(kept => localStorage.removeItem(kept));
}

/** The draft of one form: a task's, or that of a start. */
export function draftOf(form) {
  const kept = BEGIN + account() + ': ' + form;
  forgetOld();
  return {
    find: () => read(kept),
    keep: answers => localStorage.setItem(kept, JSON.stringify({ at: Date.now(), answers })),
    drop: () => localStorage.removeItem(kept)
  };
}

/**
 * Asks before a form goes in which something has been typed, by Esc or a click beside it: in the form, since the policy of
 * these pages lets the browser open no dialog. What goes with the whole page is there again as the draft.
 */
export function guard($scope, form, isTyped) {
  const question = document.createElement('div');
  question.className = 'alert alert-warning before-leaving';
  question.setAttribute('role', 'alert');
  question.textContent = said('form.draft', 'leave');
  $scope.$on('modal.closing', (event, result, closed) => {
    if (!closed && isTyped() && !leaving && !question.isConnected) {
      event.preventDefault();
      form().closest('.modal-body').prepend(question);
      form().addEventListener('input', () => question.remove(), { once: true });
    }
  });
}

// Tasklist's own Save keeps the answers to a Camunda Form for whoever uses the browser.
for (const name of ['getItem', 'setItem', 'removeItem']) {
  const plain = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...value) {
    return plain.call(this, /^camunda-form:/.test(key) ? BEGIN + account() + ': ' + key : key, ...value);
  };
}
