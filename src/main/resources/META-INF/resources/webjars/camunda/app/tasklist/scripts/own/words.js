// What Tasklist says in numbers and accounts, people read in words and names.
import { said } from '../../../../../js/said.js';
import { context, onceRunning } from '../../../../../js/webapp.js';

let names = {};

async function learnNames() {
  const answer = await fetch(context + '/api/colleagues', { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  names = answer.ok ? await answer.json() : names;
}

const priority = {
  id: 'priority-in-words',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render(node, card, scope) {
    scope.$watch('task.priority', value => {
      const word = said('priority', value);
      node.className = 'priority-in-words' + (value >= 80 ? ' urgent' : '');
      node.textContent = word === value ? said('script', 'priority', value) : word;
      node.hidden = !node.textContent;
    });
  }
};

/** Whoever looks at a task that nobody has taken, or a colleague, learns how to begin. */
function begin(details) {
  const form = details.querySelector('.form-pane .disabled-form');
  const task = form && (window.angular.element(details.querySelector('.task-card')).scope() || {}).task;
  if (!task) {
    return '';
  }
  return task.assignee
    ? said('script.begin', 'taken', names[task.assignee] || task.assignee)
    : said('script.begin', 'claim');
}

function say(details) {
  const pane = details.querySelector('.form-pane');
  if (!pane) {
    return;
  }
  let note = pane.querySelector('.how-to-begin');
  const how = begin(details);
  if (how && !note) {
    note = document.createElement('p');
    note.className = 'how-to-begin alert alert-info';
    note.setAttribute('role', 'status');
    pane.prepend(note);
  }
  if (note && note.textContent !== how) {
    note.textContent = how;
    note.hidden = !how;
  }
}

/** A colleague's account, which the engine tells by its name to nobody but admins. */
function nameHolders() {
  document.querySelectorAll('.meta .assignee .view-value, li.task .assignee').forEach(place => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const name = names[text.data.trim()];
      if (name) {
        text.data = name;
      }
    }
  });
}

onceRunning(injector => {
  injector.get('$rootScope').$watch(() => {
    const details = document.querySelector('.task-details');
    if (details) {
      say(details);
    }
    nameHolders();
  });
  learnNames().catch(() => {});
});

export default [priority];
