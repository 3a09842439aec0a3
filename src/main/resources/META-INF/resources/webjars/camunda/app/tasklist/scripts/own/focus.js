// Whoever has opened or claimed a task, or begins a request, can type at once: the first field has the cursor; what stands
// above it stays in sight. Tasklist draws a form more than once, the last time after the claim, and each time the cursor is
// gone: so the wish holds until the person does something, and whatever they do counts more than it.
import { onceRunning } from '../../../../../js/webapp.js';

const FIELDS = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';
/** What is clicked to get a form: a task, its claim, what is to be started. */
const WAYS = 'li.task, button.claim, .modal a';

// Also whoever followed a link to a task.
let wished = /[?&#](task|processStart)=/.test(location.href);
let looking = 0;

/** The form that can be filled in now: of two, the one in the dialog. Nobody else's dialog is disturbed. */
function inFront() {
  const dialog = document.querySelector('.modal');
  const place = dialog || document.querySelector('.task-details .form-pane');
  return place && !place.querySelector('.disabled-form')
    && place.querySelector('form[name=step]:not([hidden])' + (dialog ? '' : ', .fjs-form'));
}

function firstField() {
  const form = inFront();
  return form && [...form.querySelectorAll(FIELDS)].find(field => field.offsetParent);
}

function begin() {
  looking = 0;
  const first = wished && firstField();
  if (first && document.activeElement !== first) {
    first.focus({ preventScroll: true });
  }
}

function look() {
  looking = wished && !looking ? setTimeout(begin) : looking;
}

/** Tasklist's own idea of the first field in a dialog leaves out what is no input. */
const isTasklists = field => field === document.querySelector('.modal-body .form-container input');

function does() {
  wished = false;
}

['keydown', 'pointerdown', 'input', 'change'].forEach(act => document.addEventListener(act, does, true));
document.addEventListener('click', ({ target }) => {
  if (target.closest(WAYS) && !target.closest('form[name=step]')) {
    wished = true;
    look();
  }
}, true);
document.addEventListener('focusin', ({ target }) => {
  const form = inFront();
  if (form && form.contains(target) && target !== firstField() && !isTasklists(target)) {
    does();
  } else {
    look();
  }
}, true);
new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'hidden', 'disabled'] });
onceRunning(injector => injector.get('$rootScope').$on('shortcut:claimTask', () => { wished = true; }));

export default [];
