// What stands behind the # never reaches the server; carried on, it opens the same task after the login.
const form = document.getElementById('login');
form.addEventListener('submit', () => { form.action += location.hash; });
