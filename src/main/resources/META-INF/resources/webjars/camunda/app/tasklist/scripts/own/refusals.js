// What the server refuses is said in the words of the form, each thing at its field as well (static/js/faults.js). What an
// earlier attempt got goes away with the next one: nobody shall wonder whether it still holds.
import { asks, clear, inWords, lead, show } from '../../../../../js/faults.js';
import { onceRunning } from '../../../../../js/webapp.js';

let attempt;

/** Tasklist shows what it is told, and tells nobody else: so the answers are looked at on their way. */
function watch(notifications) {
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...others) {
    this.address = String(address);
    return open.call(this, method, address, ...others);
  };
  XMLHttpRequest.prototype.send = function (...sent) {
    if (/\/submit-form$/.test(this.address)) {
      attempt = this;
      notifications.clearAll();
      clear();
      this.addEventListener('load', () => tell(this, sent[0]));
    } else if (/\/deployed-(start-)?form$/.test(this.address)) {
      this.addEventListener('load', () => asks(read(this) || {}));
    }
    return send.apply(this, sent);
  };
}

/** Others say what it has led to (happened.js). */
function tell(answered, sent) {
  if (answered.status < 300) {
    document.dispatchEvent(new CustomEvent('submitted',
      { detail: { address: answered.address, variables: JSON.parse(sent || '{}').variables || {}, answer: read(answered) } }));
  }
}

function read(answered) {
  try {
    return JSON.parse(answered.responseText);
  } catch (noJson) {
    return null;
  }
}

/** The refusal of the last attempt, if that is what the message repeats. */
function refusal(message) {
  const body = attempt && attempt.readyState === XMLHttpRequest.DONE && attempt.status >= 400 && read(attempt);
  return body && body.message === message ? body : null;
}

function say(notifications) {
  const addError = notifications.addError;
  notifications.addError = function (error) {
    const refused = refusal(error.message);
    const faults = (refused || {}).faults || [];
    if (faults.length) {
      const about = faults.map(fault => fault.message).join('. ');
      error.message = error.message.replace(about, () => inWords(faults).join('. '));
      show(faults, 'refused');
      setTimeout(lead);
    }
    return addError.call(this, error);
  };
}

onceRunning(injector => {
  watch(injector.get('Notifications'));
  say(injector.get('Notifications'));
});

export default [];
