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
    const message = error.message ? '' : sentence();
    if (message) {
      // The marks at the fields stay; the notice would still stand there when all is filled in.
      Object.assign(error, { message, duration: 8000 });
    }
    return addError.call(this, error);
  };
})();

export default [];
