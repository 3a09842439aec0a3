// See static/js/for-admins.js.
export { default } from '../../../../../js/for-admins.js';
