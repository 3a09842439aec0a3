// Whoever has opened or claimed a task, or begins a request, can type at once: the first field has the cursor. What stands
// above it stays in sight.
const FIELDS = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';
let begun;
/** Whoever walks through the list by its arrow keys stays in it. */
let asked = false;
let looking;

document.addEventListener('click', () => { asked = true; }, true);

/** The form that can be filled in now. */
function form() {
  return document.querySelector('.modal form[name=step]:not([hidden])')
    || document.querySelector('.task-details .form-pane div:not(.disabled-form) > * form:not([hidden]), .task-details .fjs-form');
}

function begin() {
  const here = form();
  if (!asked || !here || here === begun || here.closest('.disabled-form')) {
    return;
  }
  const first = [...here.querySelectorAll(FIELDS)].find(field => field.offsetParent);
  if (!first) {
    return;
  }
  begun = here;
  asked = false;
  // Not away from a field in which somebody has begun already.
  if (!here.contains(document.activeElement)) {
    first.focus({ preventScroll: true });
  }
}

(function listen() {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (!injector) {
    setTimeout(listen, 50);
    return;
  }
  injector.get('$rootScope').$watch(() => {
    looking = looking || setTimeout(() => {
      looking = 0;
      begin();
    });
  });
})();

export default [];
