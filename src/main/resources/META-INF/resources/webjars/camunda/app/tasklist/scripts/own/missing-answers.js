// A Camunda Form marks what it misses at the field, which may be out of sight; the notice that Tasklist shows then is empty.
// Here it gets its sentence. And Complete stays alive: the form forgets the mark of a field only when that field changes, so
// a field that has gone out of sight since would keep the button dead for good. Whoever presses it is told what is missing now.
import { said } from '../../../../../js/said.js';
import { onceRunning } from '../../../../../js/webapp.js';

function sentence() {
  const missing = [...document.querySelectorAll('.fjs-form .fjs-has-errors .fjs-form-field-label:first-child')]
    .map(label => label.innerText.replace(/[\s*?]+$/, ''));
  return missing.length ? said('script', 'still-needed', missing.join(', ')) : '';
}

function say(notifications) {
  const addError = notifications.addError;
  notifications.addError = function (error) {
    const message = error.message ? '' : sentence();
    if (message) {
      // The marks at the fields stay; the notice would still stand there when all is filled in.
      Object.assign(error, { message, duration: 8000 });
    }
    return addError.call(this, error);
  };
}

/** An embedded form looks at its fields in sight alone, and says itself what it needs (forms.js). */
function keepAlive([directive]) {
  const { controller } = directive;
  const construct = controller[controller.length - 1];
  controller[controller.length - 1] = function ($scope, ...others) {
    construct.call(this, $scope, ...others);
    const validated = this.notifyFormValidated;
    this.notifyFormValidated = invalid =>
      validated(invalid && !($scope.tasklistForm.type === 'camunda-forms' && $scope.$loaded));
  };
}

onceRunning(injector => {
  say(injector.get('Notifications'));
  keepAlive(injector.get('camTasklistFormDirective'));
});

export default [];
