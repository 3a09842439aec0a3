// See static/js/session.js.
export { default } from '../../../../../js/session.js';
