// See static/js/forms.js.
export { default } from '../../../../../js/forms.js';
