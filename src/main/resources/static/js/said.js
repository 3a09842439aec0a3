// The words for codes, in the language of the page, as GET /api/words has them: no script has a table of its own.
import { language } from './language.js';
import { context, onceRunning } from './webapp.js';

/** Tasklist draws nothing before this; words that come later are said from then on, and until then those of last time. */
const PATIENCE = 2000;
const KEPT = 'words ' + language;

let words = {};
try {
  words = JSON.parse(localStorage.getItem(KEPT)) || words;
} catch (withoutStorage) {
  // Then there are none yet.
}

async function learn() {
  const answer = await fetch(context + '/api/words?lang=' + language, {
    credentials: 'same-origin', headers: { Accept: 'application/json' }
  });
  if (answer.ok) {
    words = await answer.json();
    localStorage.setItem(KEPT, JSON.stringify(words));
  }
}

// Without a server, and without words of last time, the codes stand for themselves.
const learnt = learn().catch(() => {});
await Promise.race([learnt, new Promise(late => setTimeout(late, PATIENCE))]);
// What was drawn meanwhile is said anew.
learnt.then(() => onceRunning(injector => injector.get('$rootScope').$applyAsync()));

/**
 * A code of that kind as people say it; one without a word, of a newer model for instance, stands as it is.
 *
 * @param values what stands for {0}, {1} and so on in a sentence
 */
export const said = (kind, code, ...values) =>
  values.reduce((sentence, value, place) => sentence.replaceAll('{' + place + '}', () => value), words[kind + '.' + code] ?? code);
