// Each list says how many tasks are in it; Tasklist counts only the one that is open.
import { context, onceRunning } from '../../../../../js/webapp.js';

const EVERY = 30000;
const counts = new Map();
let asking = false;

async function count(filter) {
  const answer = await fetch(context + '/camunda/api/engine/engine/default/filter/' + filter.id + '/count',
    { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (answer.ok) {
    counts.set(filter.id, (await answer.json()).count);
  }
}

const rows = () => [...document.querySelectorAll('.task-filter')]
  .map(row => ({ row, filter: (window.angular.element(row).scope() || {}).filter })).filter(({ filter }) => filter);

/** One after the other: none of them is urgent. */
async function countAll() {
  if (asking || document.hidden) {
    return;
  }
  asking = true;
  try {
    for (const { filter } of rows()) {
      await count(filter);
    }
    show();
  } catch (withoutNetwork) {
    // They stand as they were until it is back.
  } finally {
    asking = false;
  }
}

function show() {
  for (const { row, filter } of rows()) {
    let place = row.querySelector('.count');
    if (!place) {
      place = document.createElement('span');
      place.className = 'count';
      row.querySelector('h4.name a').append(place);
    }
    const open = row.classList.contains('active');
    place.textContent = open || !counts.has(filter.id) ? '' : ' (' + counts.get(filter.id) + ')';
  }
}

onceRunning(injector => {
  const root = injector.get('$rootScope');
  let known = '';
  root.$watch(() => {
    // The open list's own number changes with each task that is claimed or completed: then the others do, too.
    const shown = rows().map(({ row, filter }) => filter.id + row.className).join() + (document.querySelector('.task-filter.active .counter') || {}).textContent;
    if (shown !== known) {
      known = shown;
      show();
      countAll();
    }
  });
  setInterval(countAll, EVERY);
});

export default [];
