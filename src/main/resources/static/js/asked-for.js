// What a way to the start form says of the request already (/go/request), behind the # of Tasklist's address. It is taken
// once, and then taken away: a form that is opened later, or loaded anew, keeps what was typed.
import { onceRunning } from './webapp.js';

const NAMES = { instance: 'instanceCode', window: 'windowStartLocal' };

/** The answers, by name; none where somebody opened the form by themselves. */
export function takeAskedFor() {
  const asked = new URLSearchParams(location.hash.split('?')[1]);
  const answers = {};
  for (const [name, answer] of Object.entries(NAMES)) {
    if (asked.has(name)) {
      answers[answer] = answer.endsWith('Local') ? new Date(asked.get(name) + 'Z') : asked.get(name);
    }
  }
  if (Object.keys(answers).length) {
    onceRunning(injector => injector.get('search').updateSilently({ instance: null, window: null }, true));
  }
  return answers;
}
