// Interventions in Cockpit: a board of what runs now, and a tab in the view of an instance.
import { said } from '../../../../../js/said.js';

const PHASES = ['REQUEST', 'APPROVAL', 'CONSENT', 'WAITING', 'ROLLOUT', 'SUPPORT', 'CLOSURE'];
const EVERY = 30000;
const READABLE = 0.9; // scale at which the labels of a diagram can be read
const AROUND = 40; // units left free around the tokens

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
    throw new Error(body.message || 'The overview does not answer (' + answer.status + ')');
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
  return new Date(instant).toLocaleString('en-GB', {
    dateStyle: 'medium', timeStyle: 'short', timeZone: zone
  }) + ' (' + zone + ')';
}

/** By account; without them people are called by their accounts. */
let colleagues = {};
read('/api/colleagues').then(found => { colleagues = found; }, () => {});

const called = account => colleagues[account] || account;

function holder(task) {
  return task.assignee ? called(task.assignee) : task.candidateGroups.concat(task.candidateUsers.map(called)).join(', ');
}

/** Who or what holds an intervention up; `since` says a time. */
function holdups({ waiting, failed }, since) {
  const list = element('ul', { class: 'holdups' });
  waiting.forEach(task => list.append(element('li', {},
    element('strong', { text: task.task }), ' ' + holder(task) + ', ' + since(task.since))));
  failed.forEach(step => list.append(element('li', { class: 'failed', title: step.message || '' },
    element('strong', { text: step.step }), ' failed, ' + since(step.since))));
  if (!list.childElementCount) {
    list.append(element('li', { text: 'waits for its time' }));
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
    element('strong', { text: 'Service down' }), ' ' + since(one.stateSince) + ': ' + hour(one));
}

function card(one, now) {
  return element('article', { class: 'card' + (one.failed.length ? ' failed' : '') + (isDown(one) ? ' down' : '') },
    outage(one, time => 'since ' + moment(time, one.zone)),
    element('a', { href: '#/process-instance/' + one.processInstanceId + '/runtime', text: one.key }),
    element('div', { text: one.clientName || one.client }),
    element('div', { class: 'window', text: one.windowStartLocal.replace('T', ' ') + ' ' + one.zone }),
    one.outcome && element('div', { class: 'outcome', text: one.outcome }),
    holdups(one, time => 'for ' + ago(time, now)));
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
  return element('div', {},
    down.length && element('section', { class: 'outages', 'aria-label': 'Service down' },
      element('h4', { text: 'Service down (' + down.length + ')' }),
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
    const place = element('div', { text: 'Loading …' });
    const refresh = () => show(place, () => read('/api/board').then(board));
    node.replaceChildren(element('div', { class: 'interventions-board' },
      element('p', {},
        element('a', { href: '/interventions', text: 'All interventions, ended ones too' })),
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
    node.replaceChildren(element('a', { href: '#/interventions', text: 'Interventions' }));
  }
};

function facts(one) {
  const list = element('dl', { class: 'dl-horizontal' });
  const fact = (name, value) => {
    if (value !== null && value !== undefined) {
      list.append(element('dt', { text: name }), element('dd', { text: String(value) }));
    }
  };
  const time = instant => instant && moment(instant, one.zone);
  fact('Phase', said('overview.phase', one.phase));
  fact('Outcome', one.outcome);
  fact('Instance', one.instance);
  fact('Client', one.client);
  fact('Requester', called(one.requester));
  fact('Window', time(one.windowStart));
  fact('Unavailability', one.downtimeMinutes + ' min');
  fact('Revision', one.revision);
  fact('Effective risk', one.effectiveRisk);
  fact('Actual start', time(one.actualStart));
  fact(isDown(one) ? 'Users cannot work for' : 'Users could not work for', one.hour && hour(one));
  fact('Point of no return', time(one.pointOfNoReturn));
  fact('Support until', time(one.supportUntil));
  return list;
}

function story(one) {
  return element('div', { class: 'interventions-tab' },
    outage(one, time => 'since ' + moment(time, one.zone)),
    element('p', {}, element('a', { href: '/interventions/' + encodeURIComponent(one.key), text: 'The whole of ' + one.key })),
    element('h4', { text: 'Who holds it up now' }),
    holdups(one, time => 'since ' + moment(time, one.zone)),
    facts(one),
    one.findings.length ? element('h4', { text: 'Findings' }) : null,
    ...one.findings.map(finding => element('p', { text: finding.severity + ' ' + finding.code + ': ' + finding.message })));
}

const tab = {
  id: 'interventions.tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 20,
  properties: { label: 'Intervention' },
  render(node, { api, processInstanceId }) {
    node.replaceChildren(element('p', { text: 'Loading …' }));
    const refresh = () => show(node, async () => {
      const instance = await read(api.engineApi + '/process-instance/' + encodeURIComponent(processInstanceId));
      return instance.businessKey
        ? story(await read('/api/interventions/' + encodeURIComponent(instance.businessKey)))
        : element('p', { text: 'This instance is no intervention.' });
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

export default [route, navigation, tab, atTheToken];
