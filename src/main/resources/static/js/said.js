// The words for codes, in the language of the page, as GET /api/words has them: no script has a table of its own.
import { context } from './webapp.js';

const PATIENCE = 10000;

let words = {};
try {
  const answer = await fetch(context + '/api/words?lang=' + document.documentElement.lang, {
    credentials: 'same-origin', headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE)
  });
  words = answer.ok ? await answer.json() : words;
} catch (withoutServer) {
  // Then the codes stand for themselves.
}

/** A code of that kind as people say it; one without a word, of a newer model for instance, stands as it is. */
export const said = (kind, code) => words[kind + '.' + code] ?? code;
