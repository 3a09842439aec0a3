// Interventions in Cockpit: a board of what runs now, and a tab in the view of an instance.
import { language } from '../../../../../js/language.js';
import { said } from '../../../../../js/said.js';
import { context } from '../../../../../js/webapp.js';

const PHASES = ['REQUEST', 'APPROVAL', 'CONSENT', 'WAITING', 'ROLLOUT', 'SUPPORT', 'CLOSURE'];
const EVERY = 30000;
const READABLE = 0.9; // scale at which the labels of a diagram can be read
const AROUND = 40; // units left free around the tokens
const DATES = language === 'es' ? 'es-ES' : 'en-GB';

/** An element with text, attributes and children; text is never taken for markup. */
function element(name, content = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(content)) {
    if (key === 'text') {
      made.textContent = value;
    } else {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter(child => child));
  return made;
}

async function read(address) {
  const answer = await fetch(address, {
    credentials: 'same-origin',
    headers: { Accept: 'application/json' }
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.message || said('script', 'no-overview', answer.status));
  }
  return body;
}

function ago(instant, now) {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(instant)) / 60000));
  if (minutes < 60) {
    return minutes + ' min';
  }
  return minutes < 2880 ? Math.floor(minutes / 60) + ' h' : Math.floor(minutes / 1440) + ' d';
}

function moment(instant, zone) {
  return new Date(instant).toLocaleString(DATES, {
    dateStyle: 'medium', timeStyle: 'short', timeZone: zone
  }) + ' (' + zone + ')';
}

/** By account; without them people are called by their accounts. */
let colleagues = {};
read('/api/colleagues').then(found => { colleagues = found; }, () => {});

const called = account => colleagues[account] || account;

function holder(task) {
  return task.assignee ? called(task.assignee) : task.candidateGroups.map(group => said('overview.group', group)).concat(task.candidateUsers.map(called)).join(', ');
}

/** Who or what holds an intervention up; `since` says a time. */
function holdups({ waiting, failed }, since) {
  const list = element('ul', { class: 'holdups' });
  waiting.forEach(task => list.append(element('li', {},
    element('strong', { text: task.task }), ' ' + holder(task) + ', ' + since(task.since))));
  failed.forEach(step => list.append(element('li', { class: 'failed', title: step.message || '' },
    element('strong', { text: step.step }), ' ' + said('script', 'failed') + ', ' + since(step.since))));
  if (!list.childElementCount) {
    list.append(element('li', { text: said('script', 'waits-for-its-time') }));
  }
  return list;
}

/** The minutes without service, and what they mean. */
function hour(one) {
  return one.downtimeSpent + ' min, ' + said('overview.hour', one.hour);
}

function isDown(one) {
  return one.state === 'SERVICE_DOWN';
}

/** Says that users cannot work, if they cannot; `since` says a time. */
function outage(one, since) {
  return isDown(one) && element('p', { class: 'outage', role: 'alert' },
    element('strong', { text: said('overview.state', one.state) }), ' ' + since(one.stateSince) + ': ' + hour(one));
}

function card(one, now) {
  return element('article', { class: 'card' + (one.failed.length ? ' failed' : '') + (isDown(one) ? ' down' : '') },
    outage(one, time => said('script', 'since', moment(time, one.zone))),
    element('a', { href: '#/process-instance/' + one.processInstanceId + '/runtime', text: one.key }),
    element('div', { text: one.clientName || one.client }),
    element('div', { class: 'window', text: one.windowStartLocal.replace('T', ' ') + ' ' + one.zone }),
    one.outcome && element('div', { class: 'outcome', text: said('overview.outcome', one.outcome) }),
    holdups(one, time => said('script', 'for', ago(time, now))));
}

function board({ now, items }) {
  const columns = PHASES.map(phase => {
    const title = said('overview.phase', phase);
    const here = items.filter(one => one.phase === phase);
    return element('section', { 'aria-label': title },
      element('h4', { text: title + ' (' + here.length + ')' }),
      ...here.map(one => card(one, now)));
  });
  const down = items.filter(isDown);
  const title = said('overview.state', 'SERVICE_DOWN');
  return element('div', {},
    down.length && element('section', { class: 'outages', 'aria-label': title },
      element('h4', { text: title + ' (' + down.length + ')' }),
      ...down.map(one => card(one, now))),
    element('div', { class: 'columns' }, ...columns));
}

/** Shows what `load` brings in `place`, and a sentence if it fails. */
function show(place, load) {
  return load()
    .then(content => place.replaceChildren(content))
    .catch(failure => place.replaceChildren(element('p', { class: 'text-danger', text: failure.message })));
}

let refreshing;
let following;

const route = {
  id: 'interventions.board',
  pluginPoint: 'cockpit.route',
  priority: 0,
  properties: { path: '/interventions' },
  render(node) {
    const place = element('div', { text: said('script', 'loading') });
    const refresh = () => show(place, () => read('/api/board').then(board));
    node.replaceChildren(element('div', { class: 'interventions-board' },
      element('p', {},
        element('a', { href: '/interventions', text: said('script', 'all-interventions') })),
      place));
    refresh();
    clearInterval(refreshing);
    refreshing = setInterval(refresh, EVERY);
  },
  unmount() {
    clearInterval(refreshing);
  }
};

const navigation = {
  id: 'interventions.entry',
  pluginPoint: 'cockpit.navigation',
  priority: 150,
  render(node) {
    node.replaceChildren(element('a', { href: '#/interventions', text: said('nav', 'interventions') }));
  }
};

/** A page of ours, beside Cockpit's own entries. */
const planning = {
  id: 'planning.entry',
  pluginPoint: 'cockpit.navigation',
  priority: 140,
  render(node) {
    node.replaceChildren(element('a', { href: context + '/planning', text: said('nav', 'planning') }));
  }
};

function facts(one) {
  const list = element('dl');
  const fact = (name, value) => {
    if (value !== null && value !== undefined) {
      list.append(element('dt', { text: name }), element('dd', { text: String(value) }));
    }
  };
  const time = instant => instant && moment(instant, one.zone);
  fact(said('overview.column', 'phase'), said('overview.phase', one.phase));
  fact(said('script', 'outcome'), one.outcome && said('overview.outcome', one.outcome));
  fact(said('script', 'instance'), one.instance);
  fact(said('overview.column', 'client'), one.client);
  fact(said('overview.fact', 'requester'), called(one.requester));
  fact(said('overview.fact', 'window'), time(one.windowStart));
  fact(said('overview.fact', 'downtime'), one.downtimeMinutes + ' min');
  fact(said('overview.fact', 'revision'), one.revision);
  fact(said('overview.fact', 'risk'), one.effectiveRisk && said('overview.risk', one.effectiveRisk));
  fact(said('overview.fact', 'started'), time(one.actualStart));
  fact(said('overview.fact', isDown(one) ? 'running' : 'spent'), one.hour && hour(one));
  fact(said('overview.fact', 'pointOfNoReturn'), time(one.pointOfNoReturn));
  fact(said('overview.fact', 'support'), time(one.supportUntil));
  return list;
}

function story(one) {
  return element('div', { class: 'interventions-tab' },
    outage(one, time => said('script', 'since', moment(time, one.zone))),
    element('p', {}, element('a', { href: '/interventions/' + encodeURIComponent(one.key), text: said('script', 'whole', one.key) })),
    element('h4', { text: said('script', 'holder') }),
    holdups(one, time => said('script', 'since', moment(time, one.zone))),
    facts(one),
    one.findings.length ? element('h4', { text: said('script', 'findings') }) : null,
    ...one.findings.map(finding => element('p', { text: said('overview.gravity', finding.severity) + ' ' + finding.code + ': ' + finding.message })));
}

const tab = {
  id: 'interventions.tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 20,
  properties: { get label() { return said('overview.column', 'key'); } },
  render(node, { api, processInstanceId }) {
    node.replaceChildren(element('p', { text: said('script', 'loading') }));
    const refresh = () => show(node, async () => {
      const instance = await read(api.engineApi + '/process-instance/' + encodeURIComponent(processInstanceId));
      return instance.businessKey
        ? story(await read('/api/interventions/' + encodeURIComponent(instance.businessKey)))
        : element('p', { text: said('script', 'no-intervention') });
    });
    refresh();
    clearInterval(following);
    following = setInterval(refresh, EVERY);
  },
  unmount() {
    clearInterval(following);
  }
};

/** The bounds around all shapes, in the diagram's units. */
function around(shapes) {
  const x = Math.min(...shapes.map(one => one.x));
  const y = Math.min(...shapes.map(one => one.y));
  return {
    x,
    y,
    width: Math.max(...shapes.map(one => one.x + one.width)) - x,
    height: Math.max(...shapes.map(one => one.y + one.height)) - y
  };
}

/** The innermost activities and transitions that hold a token. */
function tokens(node) {
  const inner = node.childActivityInstances.concat(node.childTransitionInstances || []);
  return inner.length ? inner.flatMap(one => tokens({ childActivityInstances: [], ...one })) : [node.activityId];
}

/** The whole lifecycle is too small to read in Cockpit's pane, so it opens where the intervention stands. */
const atTheToken = {
  id: 'interventions.at-the-token',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 0,
  async render(viewer, { processInstanceId }) {
    const canvas = viewer.get('canvas');
    if (canvas.zoom() >= READABLE) {
      return;
    }
    // The address that Cockpit gives to this kind of plugin holds the page's own.
    const engineApi = location.pathname.replace(/app\/cockpit\/([^/]+).*/, 'api/engine/engine/$1');
    const tree = await read(engineApi + '/process-instance/' + encodeURIComponent(processInstanceId) + '/activity-instances');
    const shapes = tokens(tree).map(id => viewer.get('elementRegistry').get(id)).filter(Boolean);
    if (!shapes.length) {
      return;
    }
    const { outer } = canvas.viewbox();
    const { x, y, width, height } = around(shapes);
    const scale = Math.min(READABLE, outer.width / (width + AROUND), outer.height / (height + AROUND));
    const view = { width: outer.width / scale, height: outer.height / scale };
    canvas.viewbox({ x: x + (width - view.width) / 2, y: y + (height - view.height) / 2, ...view });
  }
};

export default [route, navigation, planning, tab, atTheToken];
