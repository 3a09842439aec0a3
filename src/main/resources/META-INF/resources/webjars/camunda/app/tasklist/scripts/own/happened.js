// Says what a start, a change or a completed task has led to and who is next, and leads from each task to its intervention:
// Tasklist itself says that a process was started, and leads to Cockpit, which is not for every account.
import { said } from '../../../../../js/said.js';
import { context, onceRunning } from '../../../../../js/webapp.js';

const PATIENCE = 6000;

/** Of the tasks that have been looked at: {key, name}. */
const tasks = {};

async function json(path) {
  const answer = await fetch(context + path, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : null;
}

function escaped(text) {
  const node = document.createElement('i');
  node.textContent = text;
  return node.innerHTML;
}

const page = key => context + '/interventions/' + encodeURIComponent(key);
const link = key => '<a href="' + page(key) + '">' + escaped(key) + '</a>';

/** What was sent, and the intervention that it is about. */
function sent({ address, variables, answer }) {
  const [, process] = address.match(/process-definition\/(?:key\/)?([^/:]+)[^/]*\/submit-form$/) || [];
  const [, id] = address.match(/\/task\/([^/]+)\/submit-form$/) || [];
  const about = (variables.intervention || {}).value;
  if (id) {
    return tasks[id] && { key: tasks[id].key, what: way => said('script.happened', 'done', way, '<em>' + escaped(tasks[id].name) + '</em>') };
  }
  switch (process) {
    case 'type-4-deployment':
      return answer && answer.businessKey && { key: answer.businessKey, what: way => said('script.happened', 'requested', way) };
    case 'change-intervention':
      return { key: about, what: way => (variables.change.value === 'CANCEL' ? said('script.happened', 'cancelled', way)
        : variables.windowStartLocal && variables.windowStartLocal.value
          ? said('script.happened', 'rescheduled-to', way, escaped(variables.windowStartLocal.value.replace('T', ' ')))
          : said('script.happened', 'rescheduled', way)) };
    case 'report-incident':
      return { key: about, what: way => said('script.happened', 'reported', way) };
    default:
      return null;
  }
}

/** The next task may come a moment later, when something that nobody has to do is done. */
async function next(key) {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const found = await json('/api/interventions/' + encodeURIComponent(key));
    if (!found) {
      return '';
    }
    if (found.outcome && !found.waiting.length) {
      return said('script.happened', 'ended', said('outcome', found.outcome));
    }
    if (found.waiting.length) {
      return said('script.happened', 'next', found.waiting.map(({ task, assignee, candidateGroups }) =>
        escaped(task + ' (' + (assignee || candidateGroups.map(group => said('overview.group', group)).join(', ')) + ')')).join('; '));
    }
    await new Promise(done => setTimeout(done, 700));
  }
  return said('script.happened', 'nobody');
}

/** The dialog of a start takes the notices that come while it closes with it. */
async function dialogGone() {
  while (document.querySelector('.modal')) {
    await new Promise(done => setTimeout(done, 100));
  }
}

async function tell(notifications, root, submitted) {
  const about = sent(submitted);
  if (about) {
    const status = about.what(link(about.key)) + ' ' + await next(about.key);
    await dialogGone();
    notifications.addMessage({ type: 'success', status, message: '', unsafe: true, duration: 30000 });
    root.$applyAsync();
  }
}

/** The key of the task in front, on each of its tabs. */
async function lead(task, shown) {
  document.querySelectorAll('.own-intervention').forEach(old => old.remove());
  if (!task) {
    return;
  }
  const card = await json('/camunda/api/engine/engine/default/task/' + task.id + '/variables/cardKey?deserializeValue=false');
  const names = document.querySelector('.task-details .definition-name');
  if (card && names && shown() === task.id) {
    tasks[task.id] = { key: card.value, name: task.name };
    document.querySelectorAll('.own-intervention').forEach(old => old.remove());
    const way = document.createElement('a');
    way.className = 'own-intervention';
    way.href = page(card.value);
    way.textContent = card.value;
    names.append(way);
  }
}

onceRunning(injector => {
  const root = injector.get('$rootScope');
  const front = () => {
    const names = document.querySelector('.task-details .definition-name');
    return (names && window.angular.element(names).scope() || {}).task;
  };
  const shown = () => (front() || {}).id;
  root.$watch(shown, () => lead(front(), shown));
  document.addEventListener('submitted', ({ detail }) => tell(injector.get('Notifications'), root, detail));
});

export default [];
