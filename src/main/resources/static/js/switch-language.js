// Loaded by Camunda's web applications: the other language in the bar at the top, as in the head of our own pages.
import { language } from './language.js';
import { said } from './said.js';
import { context, onceRunning, ownToken } from './webapp.js';

const OTHER = language === 'es' ? 'en' : 'es';
const NAMES = new Map([['en', 'English'], ['es', 'Español']]);

/** Stored with the account, and followed by everything; then the same place is drawn anew. */
async function choose(notifications) {
  try {
    const answer = await fetch(context + '/language', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-XSRF-OWN': ownToken() },
      body: new URLSearchParams({ language: OTHER })
    });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    location.reload();
  } catch (notStored) {
    notifications.addError({ status: said('script', 'language-not-kept'), message: '' });
  }
}

function make(notifications) {
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = OTHER;
  button.textContent = NAMES.get(OTHER);
  button.addEventListener('click', () => choose(notifications));
  const place = document.createElement('li');
  place.className = 'switch-language';
  place.append(button);
  return place;
}

onceRunning(injector => {
  const place = make(injector.get('Notifications'));
  injector.get('$rootScope').$watch(() => {
    const bar = document.querySelector('.app-menu > ul');
    if (bar && !place.isConnected) {
      bar.prepend(place);
    }
  });
});

export default [];
