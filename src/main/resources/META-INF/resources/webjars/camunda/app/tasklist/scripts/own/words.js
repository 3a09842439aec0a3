// What Tasklist says in numbers and accounts, people read in words and names.
import { context, onceRunning } from '../../../../../js/webapp.js';

/** What a severity makes of a task's priority (Severity); 50 is a task without one. */
const PRIORITIES = { 90: 'Blocker', 80: 'Critical', 70: 'Major', 60: 'Minor', 55: 'Trivial', 50: '' };

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
      const said = PRIORITIES[value] ?? 'Priority ' + value;
      node.className = 'priority-in-words' + (value >= 80 ? ' urgent' : '');
      node.textContent = said;
      node.hidden = !said;
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
    ? (names[task.assignee] || task.assignee) + ' has taken this task and can give it back.'
    : 'To fill this in, take the task with Claim, at the top right. Then it is yours until you complete it or give it back.';
}

function say(details) {
  const pane = details.querySelector('.form-pane');
  if (!pane) {
    return;
  }
  let note = pane.querySelector('.how-to-begin');
  const said = begin(details);
  if (said && !note) {
    note = document.createElement('p');
    note.className = 'how-to-begin alert alert-info';
    note.setAttribute('role', 'status');
    pane.prepend(note);
  }
  if (note && note.textContent !== said) {
    note.textContent = said;
    note.hidden = !said;
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
