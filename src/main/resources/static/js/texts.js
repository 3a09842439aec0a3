// Loaded by Camunda's web applications before they draw anything. They draw their first screen while their texts are
// still under way, which on a browser's first visit shows keys instead of texts. They look into the browser's storage
// first: so the texts are put there.
import { language } from './language.js';

const base = document.querySelector('base');
const folder = base.getAttribute('app-root') + '/app/' + base.getAttribute('app-name') + '/locales/';
const key = folder + '_locales_data_' + language + '_' + window.bust;

try {
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  if (!kept[key]) {
    const texts = await fetch(folder + language + '.json?bust=' + window.bust);
    kept[key] = JSON.stringify(await texts.json());
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
} catch (withoutStorage) {
  // Then they load them themselves, as they always did.
}

export default [];
