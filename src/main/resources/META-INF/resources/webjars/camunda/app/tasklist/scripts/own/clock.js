// "In two hours", "overdue" and what a form reckons follow the server's clock: that of a browser may be wrong, and the
// demo's is moved by hand.
import { context, onceRunning } from '../../../../../js/webapp.js';

const EVERY = 30000;
const A_JUMP = 5000;
const PATIENCE = 2000;
const BrowserDate = Date;
const browserNow = Date.now;
let ahead = 0;
let tasklist;

Date.now = () => browserNow() + ahead;
window.Date = new Proxy(BrowserDate, {
  construct: (target, given, made) => Reflect.construct(target, given.length ? given : [Date.now()], made),
  apply: () => new BrowserDate(Date.now()).toString()
});

async function ask() {
  const asked = performance.now();
  const answer = await fetch(context + '/api/now', { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (answer.ok) {
    const { now } = await answer.json();
    // What a moment more or less would change can be changed by the way of the answer.
    const there = BrowserDate.parse(now) + (performance.now() - asked) / 2;
    const before = ahead;
    ahead = Math.round(there - browserNow());
    if (Math.abs(ahead - before) > A_JUMP && tasklist) {
      // Angular Moment then says all its times anew.
      tasklist.$broadcast('amMoment:localeChanged');
      tasklist.$applyAsync();
    }
  }
}

/** Whoever is off the network, or logged out, keeps the clock there was. */
const follow = () => ask().catch(() => {});

document.addEventListener('visibilitychange', () => document.hidden || follow());
setInterval(follow, EVERY);

/** A list takes the moment in which it was opened for now; so what has become overdue since would not be said. */
function keepNow() {
  const now = new Date().toJSON();
  document.querySelectorAll('[cam-tasks] li.task, .task-card ul.dates li').forEach(place => {
    let scope = window.angular.element(place).scope();
    while (scope && !Object.hasOwn(scope, 'now')) {
      scope = scope.$parent;
    }
    if (scope && scope.now.slice(0, 16) !== now.slice(0, 16)) {
      scope.now = now;
    }
  });
}

onceRunning(injector => {
  tasklist = injector.get('$rootScope');
  tasklist.$watch(keepNow);
  setInterval(() => tasklist.$applyAsync(), EVERY);
});

// Tasklist draws nothing before this: it does not wait for a server that is slow to say the time.
await Promise.race([follow(), new Promise(late => setTimeout(late, PATIENCE))]);

export default [];
