// See static/js/switch-language.js.
export { default } from '../../../../../js/switch-language.js';
