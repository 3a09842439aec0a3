// A Camunda Form marks what it misses at the field, which may be out of sight; the notice that Tasklist shows then is empty.
// Here it gets its sentence.
function sentence() {
  const missing = [...document.querySelectorAll('.fjs-form .fjs-has-errors .fjs-form-field-label:first-child')]
    .map(label => label.innerText.replace(/[\s*?]+$/, ''));
  return missing.length ? 'Still needed: ' + missing.join(', ') + '.' : '';
}

(function listen() {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (!injector) {
    setTimeout(listen, 50);
    return;
  }
  const notifications = injector.get('Notifications');
  const addError = notifications.addError;
  notifications.addError = function (error) {
    error.message = error.message || sentence();
    return addError.call(this, error);
  };
})();

export default [];
