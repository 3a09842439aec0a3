// What the scripts in Camunda's web applications share.

/** What stands before every path of ours. */
export const context = location.pathname.slice(0, location.pathname.indexOf('/camunda/'));

/** Camunda's own parts, as soon as they are there. */
export function onceRunning(use) {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (injector) {
    use(injector);
  } else {
    setTimeout(() => onceRunning(use), 50);
  }
}
