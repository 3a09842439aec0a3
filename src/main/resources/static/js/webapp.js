// What the scripts in Camunda's web applications share.

/** What stands before every path of ours. */
export const context = location.pathname.slice(0, location.pathname.indexOf('/camunda/'));

/** For the header X-XSRF-OWN, which whatever changes something at our own addresses needs. */
export const ownToken = () => decodeURIComponent((document.cookie.match(/(?:^|; )XSRF-OWN=([^;]*)/) || [])[1] || '');

/** Camunda's own parts, as soon as they are there. */
export function onceRunning(use) {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (injector) {
    use(injector);
  } else {
    setTimeout(() => onceRunning(use), 50);
  }
}
