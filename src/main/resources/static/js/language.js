// The language of Camunda's web applications is the reader's, as on our own pages: the one that was chosen, else the first
// of the browser's that is ours, else English. Each scripts/config.js begins with this, before anything is drawn.
const OURS = ['en', 'es'];

const [, chosen] = document.cookie.match(/(?:^|; )language=([^;]*)/) || [];
const spoken = navigator.languages.map(tag => tag.split('-')[0].toLowerCase());

export const language = [chosen, ...spoken].find(one => OURS.includes(one)) || 'en';

/**
 * For a configuration. They would look at the browser's first language alone, so the one above is all they may choose from;
 * and of two languages, a text that is missing or not, the one whose file arrives last would name months and days.
 */
export const locales = { availableLocales: [language], fallbackLocale: language };

document.documentElement.lang = language;
