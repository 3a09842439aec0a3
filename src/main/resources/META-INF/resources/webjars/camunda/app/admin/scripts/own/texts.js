// See static/js/texts.js.
export { default } from '../../../../../js/texts.js';
