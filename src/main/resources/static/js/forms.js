// Loaded by Tasklist: what the embedded forms of bpmn/forms have in common. A form names each of its fields
// ng-model="f.<variable of the model>" and ends with stepForm(camForm, $scope). What is then in sight is what is sent.
//
// For its text a form finds in its scope: task, and v, its variables; instance, as the register knows it; kind, the kind
// of change in words; chosenKind, what the table says about it (says, longest: minutes); windowText(), here(instant), text(local time),
// windowEnd(), when users could work again; called(account), what a person is called, and clientReads(), where the mail
// stands that the client gets about this plan; said(kind, code), the word for a code (said.js). One that is filled in while the hour runs (hour: true) has also hour: {minutes,
// left, down, tooLate}, which counts on, and past(instant) (form-hour.js).
// Forms of older versions of the model stay in use until their interventions have ended, so none of this may go before.

import { takeAskedFor } from './asked-for.js';
import { draftOf, guard } from './drafts.js';
import { clear, labelOf, show as mark } from './faults.js';
import { showHour } from './form-hour.js';
import { showLadder } from './form-ladder.js';
import { offerRuns } from './form-testrail.js';
import { language } from './language.js';
import { said } from './said.js';
import { context, ownToken } from './webapp.js';

const MINUTE = 60000;
const VERSION = /^\s*\d+(\.\d+)*\s*$/;
const STORED_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

async function ask(address, how) {
  const answer = await fetch(address, { credentials: 'same-origin', ...how });
  const body = await answer.json();
  return answer.ok ? body : Promise.reject(body);
}

const JSON_TYPE = 'application/json';
const get = address => ask(address, { headers: { Accept: JSON_TYPE } });

/** Files go as a form, whose type the browser writes. */
function post(path, sent) {
  const isForm = sent instanceof FormData;
  return ask(context + '/api/' + path, {
    method: 'POST',
    headers: { Accept: JSON_TYPE, 'X-XSRF-OWN': ownToken(), ...(isForm ? {} : { 'Content-Type': JSON_TYPE }) },
    body: isForm ? sent : JSON.stringify(sent)
  });
}

const api = path => get(context + '/api/' + path);
const written = options => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC', ...options });
const DAY = written({});
const TIME = written({ timeStyle: 'short' });
const WEEKDAY = written({ dateStyle: undefined, weekday: 'short' });
/** A local time or a day as it is written in the reader's language; in English as programs write it. */
function text(time) {
  if (!time || language === 'en') {
    return time && time.slice(0, 16).replace('T', ' ');
  }
  return time.length > 10 ? TIME.format(new Date(time.slice(0, 16) + 'Z')) : DAY.format(new Date(time));
}
/** The engine leaves the colon out of an offset. */
const moment = instant => new Date(String(instant).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
const at = (instant, offset) => text(new Date(instant.getTime() + offset * MINUTE).toISOString());
const here = instant => at(moment(instant), -moment(instant).getTimezoneOffset());
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The clocks may change between a start and its end. */
const clock = (instant, timeZone) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);

function offsetText(minutes) {
  const two = number => String(Math.floor(number)).padStart(2, '0');
  return (minutes < 0 ? '-' : '+') + two(Math.abs(minutes) / 60) + ':' + two(Math.abs(minutes) % 60);
}

/** The client's time, UTC, and the reader's own where it differs. */
function windowText(v) {
  if (!v.windowStart) {
    return '';
  }
  const start = moment(v.windowStart);
  const offset = (new Date(v.windowStartLocal.slice(0, 16) + 'Z') - start) / MINUTE;
  return at(start, offset)
    + (v.startUntil ? said('form.window', 'until', clock(moment(v.startUntil), v.zone)) : '')
    + ' (UTC' + offsetText(offset) + ', ' + v.zone + '), ' + at(start, 0) + ' UTC'
    + (-start.getTimezoneOffset() === offset ? '' : said('form.window', 'yours', here(start.toISOString())));
}

/** When users could work again if it started as agreed: on the client's clock, and on the reader's own where it differs. */
function windowEnd(v) {
  if (!v.windowStart) {
    return '';
  }
  const end = new Date(moment(v.windowStart).getTime() + v.downtimeMinutes * MINUTE);
  const [theirs, mine] = [clock(end, v.zone), clock(end, OWN_ZONE)];
  return theirs === mine ? theirs : theirs + ' (' + v.zone + ')' + said('form.window', 'yours', mine);
}

function variablesOf(found) {
  return Object.fromEntries(Object.entries(found)
    .map(([name, { type, value }]) => [name, type === 'Json' ? JSON.parse(value) : value]));
}

/** An emptied field goes out as nothing, a list as the text of its JSON. */
function variable(name, answer) {
  const value = answer === undefined || answer === '' ? null : Array.isArray(answer) ? JSON.stringify(answer) : answer;
  const type = value instanceof Date ? 'Date' : typeof value === 'boolean' ? 'Boolean' : 'String';
  return { name, type, value };
}

/**
 * Brings a form to life.
 *
 * @param fill   what the task knows has come: a form may put it into its fields; a draft of the person's own then wins
 * @param sends  the answers in sight, by name, as they shall be sent
 * @param story  gets what happened so far, as GET /api/interventions/{key} tells it, where a form shows some of it
 * @param phases whose interventions the form lets choose from
 * @param window which local time the server shall explain: {instance: expression, local: name of the
 *               field, offset: expression, where the form asks for it, slots: {intervention, minutes, severity:
 *               expressions}, where the next slots shall be in slots: {slots, reason}; slotText(slot), takeSlot(slot) and
 *               isTaken(slot) belong to them}
 * @param check whether the server shall say, before it is sent, what a request or its revision would get: what it would
 *               be refused for stands at the fields, all of it in checked, and checking while that is awaited; or a function
 *               that says so at each change
 * @param targets whether the versions to which the instance can be upgraded shall be offered: in targets, as
 *               GET /api/versions?instance= tells them
 * @param fixes whether the fixes on the instance shall be told, where a version upgrade might lose them: in fixes, as GET
 *               /api/fixes tells them; f.fixAnswers has the answers by reference, those that are known put in already, and
 *               f.fixes what is sent of them
 * @param passport whether how the target version has done so far shall be told: in passport {says, page}
 * @param hour whether how it stands with the hour shall be shown above the form
 * @param ladder whether the ways out of trouble shall be shown above the form: 'shows', or 'switches' where somebody may say
 *               which flags they have switched off
 * @param battery whether the server shall say where the figures of a battery lead: in outlook, or in notOfABattery
 */
window.stepForm = function (camForm, $scope, { fill = () => {}, sends = answers => answers, phases = [], window, battery, story, check, hour, ladder, targets, passport, fixes } = {}) {
  const variables = camForm.variableManager;
  let colleagues = {};
  const form = () => camForm.formElement[0];
  const later = change => $scope.$evalAsync(change);
  /** A client's time as it was typed: where the browser's own clocks skip it, Angular's Date is another time. */
  const typed = name => (form().querySelector('[ng-model="f.' + name + '"]') || { value: '' }).value.slice(0, 16);

  Object.assign($scope, {
    v: {}, f: {}, kinds: [], offsets: [], interventions: [], text, here, said,
    browserZone: OWN_ZONE, windowText: () => windowText($scope.v),
    windowEnd: () => windowEnd($scope.v),
    called: account => colleagues[account] || account,
    /** Sends the answers, as the button below the form does, once the form has taken in what has just been chosen. */
    complete: () => setTimeout(() => document.querySelector('button[ng-click="complete()"]').click()),
    clientReads: () => context + '/interventions/' + encodeURIComponent($scope.v.cardKey) + '/preview'
  });

  /** Whatever the form cannot do without is asked for here. */
  function needs(answer, take) {
    answer.then(found => later(() => take(found)), () => later(() => { $scope.failed = true; show(); }));
  }

  /** Until its values are there a form is out of sight: nobody shall type what they would overwrite. */
  function show() {
    form().hidden = false;
  }

  const last = document.createElement('p');
  function status() {
    const errors = ($scope.step || {}).$error || {};
    const inOrder = controls => [...new Set([...form().querySelectorAll('[name]')]
      .filter(field => controls.some(control => control.$name === field.name)).map(labelOf))].join(', ');
    const missing = inOrder(errors.required || []);
    // For instance a time of which only the day has been typed so far.
    const unfinished = inOrder(Object.keys(errors).filter(kind => kind !== 'required').flatMap(kind => errors[kind]));
    return $scope.failed ? said('form.status', 'failed')
      : [missing && said('script', 'still-needed', missing), unfinished && said('form.status', 'unfinished', unfinished)]
        .filter(Boolean).join(' ');
  }
  $scope.$watch(status, said => {
    last.textContent = said;
    last.className = $scope.failed ? 'text-danger' : 'text-muted';
  });

  let asked = 0;
  function explain(instance, local, offset) {
    const question = ++asked;
    $scope.elsewhere = $scope.windowRefused = null;
    $scope.offsets = offset ? $scope.offsets : [];
    if (!instance || !local) {
      return;
    }
    api('window?' + new URLSearchParams({ instance, local, offset: offset || '' })).then(
      found => later(() => { $scope.elsewhere = question === asked ? { ...found, local } : $scope.elsewhere; }),
      refusal => later(() => {
        if (question === asked && refusal.message) {
          const offsets = refusal.message.match(/[+-]\d\d:\d\d\b/g) || [];
          // It stands at the field that it names.
          $scope.windowRefused = refusal.message.replace(/^\w+: /, '');
          $scope.offsets = offsets.length === 2 ? offsets : [];
        }
      }));
  }
  if (window) {
    $scope.$watchGroup([window.instance, () => typed(window.local) || ($scope.v.proposed || '').slice(0, 16), window.offset || 'null'], now => explain(...now));
  }

  let looking;
  /** The next slots; nobody waits for them. As long as no minutes are given, for the longest window. */
  function look([instance, intervention, minutes, severity, local]) {
    clearTimeout(looking);
    if (!instance) {
      $scope.slots = null;
      return;
    }
    const whole = /^([1-9]|[1-5]\d|60)$/.test(minutes) ? minutes : 60;
    const asked = Object.entries({ instance, intervention, minutes: whole, severity, local }).filter(([, value]) => value);
    const mine = looking = setTimeout(() => api('slots?' + new URLSearchParams(asked)).then(
      found => later(() => { if (looking === mine) { $scope.slots = found; } }),
      () => later(() => { if (looking === mine) { $scope.slots = null; } })), 300);
  }
  if (window && window.slots) {
    const { intervention, minutes, severity } = window.slots;
    $scope.$watchGroup([window.instance, intervention, minutes, severity, () => typed(window.local)], look);
    Object.assign($scope, {
      slotText: slot => WEEKDAY.format(new Date(slot.windowStartLocal + 'Z')) + ' ' + text(slot.windowStartLocal),
      isTaken: slot => typed(window.local) === slot.windowStartLocal,
      takeSlot: slot => {
        $scope.f[window.local] = new Date(slot.windowStartLocal + 'Z');
        $scope.f.windowOffset = null;
        $scope.step.$setDirty();
      }
    });
  }

  let asking = 0;
  /** Whether it is finished may be answered last: until then only the share is of interest. */
  function foresee([intervention, finished, ...figures]) {
    const question = ++asking;
    const latest = change => later(() => { if (question === asking) { change(); } });
    const [qaTotal, qaPassed, qaFailed, qaBlocked, qaOpen] = figures;
    if (!intervention || figures.some(figure => !figure)) {
      $scope.outlook = $scope.notOfABattery = null;
      return;
    }
    const typed = { intervention, qaTotal, qaPassed, qaFailed, qaBlocked, qaOpen, qaFinished: finished !== false };
    api('battery?' + new URLSearchParams(typed)).then(
      found => latest(() => {
        $scope.outlook = finished === undefined ? { ...found, verdict: null } : found;
        $scope.notOfABattery = null;
      }),
      refusal => latest(() => {
        $scope.outlook = null;
        $scope.notOfABattery = refusal.message && refusal.message.replace(/^\w+: /, '');
      }));
  }
  /** Figures that are counted, from files or in a run, are not typed. */
  function counted(found, names) {
    const { id, total, passed, failed, blocked, open, reference, finished } = found;
    const before = $scope.results && $scope.results.reference;
    $scope.results = found;
    $scope.resultNames = names;
    Object.assign($scope.f, { qaImport: id, qaTotal: String(total), qaPassed: String(passed),
      qaFailed: String(failed), qaBlocked: String(blocked), qaOpen: String(open) });
    if (reference) {
      Object.assign($scope.f, { qaReference: reference, qaFinished: finished });
    } else if (before && before === $scope.f.qaReference) {
      $scope.f.qaReference = null;
    }
    $scope.step.$setDirty();
  }
  const address = path => 'interventions/' + encodeURIComponent($scope.v.cardKey) + path;
  function count(files) {
    const sent = new FormData();
    [...files].forEach(file => sent.append('files', file));
    const names = [...files].map(file => file.name).join(', ');
    const mine = counting = {};
    later(() => { $scope.resultsRefused = null; });
    post(address('/batteries'), sent).then(
      found => later(() => {
        if (counting === mine) {
          counted(found, names);
        }
      }),
      refusal => later(() => {
        if (counting === mine) {
          $scope.typeFigures();
          $scope.resultsRefused = (refusal.message || said('form.status', 'failed')).replace(/^\w+: /, '');
        }
      }));
  }
  let counting;
  if (battery) {
    $scope.typeFigures = () => {
      counting = $scope.results = $scope.resultsRefused = null;
      $scope.f.qaImport = null;
      form().querySelector('[data-results]').value = '';
    };
    camForm.on('form-loaded', () => form().addEventListener('change', ({ target }) => {
      if (target.matches('[data-results]') && target.files.length) {
        count(target.files);
      }
    }));
    $scope.$watchGroup(['v.cardKey', 'f.qaFinished', 'f.qaTotal', 'f.qaPassed', 'f.qaFailed', 'f.qaBlocked', 'f.qaOpen'], foresee);
  }

  function take([task, found]) {
    const v = variablesOf(found);
    $scope.task = task;
    $scope.v = v;
    $scope.kind = said('overview.changeKind', v.changeKind);
    types({ process: task.processDefinitionId });
    if (hour) {
      showHour($scope, form(), moment, hear);
    }
    if (ladder) {
      showLadder($scope, form(), moment, ladder === 'switches', take => api('interventions/' + encodeURIComponent(v.cardKey) + '/ladder')
        .then(found => later(() => take(found)), () => {}));
    }
    show();
    if (battery && form().querySelector('[data-testrail]')) {
      const ask = (path, sent) => (sent ? post : api)(address('/testrail' + path), sent);
      // Of files that are still being counted nobody wants to hear then.
      offerRuns($scope, { ask, later, count: found => { $scope.typeFigures(); counted(found, found.run); } });
    }
    fill(v);
    restore();
    if (story) {
      hear(story);
    }
    if (v.findings && v.findings.length && language !== 'en') {
      // The variable has them in English, as programs read them.
      hear(({ findings }) => { v.findings = findings; });
    }
  }

  /** What happened so far; an answer can be recorded without it, too. */
  function hear(listener) {
    api('interventions/' + encodeURIComponent($scope.v.cardKey)).then(found => later(() => listener(found)), () => {});
  }

  const draft = draftOf(camForm.taskId || camForm.processDefinitionKey || String(camForm.processDefinitionId).split(':')[0]);
  const note = document.createElement('p');
  const isTyped = () => !!($scope.step && $scope.step.$dirty);
  let keeping;

  /** What the person has typed before is put back, and can be thrown away. */
  function restore() {
    const kept = draft.find();
    if (kept) {
      const fresh = { ...$scope.f };
      Object.assign($scope.f, Object.fromEntries(Object.entries(kept.answers)
        .map(([name, value]) => [name, STORED_TIME.test(value) ? new Date(value) : value])));
      note.className = 'alert alert-info';
      note.setAttribute('role', 'status');
      note.textContent = said('form.draft', 'kept', here(new Date(kept.at).toISOString())) + ' ';
      const afresh = document.createElement('button');
      afresh.type = 'button';
      afresh.className = 'btn btn-default btn-xs';
      afresh.textContent = said('form.draft', 'afresh');
      afresh.addEventListener('click', () => later(() => {
        sentOrThrownAway();
        $scope.f = fresh;
      }));
      note.append(afresh);
      form().prepend(note);
    }
  }

  function sentOrThrownAway() {
    clearTimeout(keeping);
    draft.drop();
    note.remove();
    $scope.step.$setPristine();
  }

  $scope.$watch(() => isTyped() && JSON.stringify($scope.f), typed => {
    clearTimeout(keeping);
    if (typed) {
      keeping = setTimeout(() => draft.keep(JSON.parse(typed)), 300);
    }
  });
  camForm.on('submit-success', sentOrThrownAway);
  guard($scope, form, isTyped);

  camForm.on('form-loaded', () => {
    form().append(last);
    form().hidden = !!camForm.taskId;
  });
  camForm.on('variables-applied', () => {
    if (!camForm.taskId) {
      restore();
      Object.assign($scope.f, takeAskedFor());
    } else {
      needs(Promise.all([get(camForm.taskBasePath), get(camForm.taskBasePath + '/variables?deserializeValues=false')]), take);
    }
  });

  /** What the table beside the form's own version of the model says. */
  function types(version) {
    needs(api('deployment-types?' + new URLSearchParams(version)), found => {
      $scope.kinds = found.sort((one, other) => other.type - one.type).map(({ changeKind, type, maximumDowntime, says }) =>
        ({ code: changeKind, label: said('overview.changeKind', changeKind), type: said('form.type', type), longest: maximumDowntime, says: says[language] }));
    });
  }

  if (phases.length) {
    needs(Promise.all(phases.map(phase => api('interventions?size=200&phase=' + phase))), pages => {
      $scope.interventions = pages.flatMap(page => page.items).sort((a, b) => (a.windowStart < b.windowStart ? -1 : 1));
      $scope.loaded = true;
    });
  } else {
    needs(api('instances'), found => { $scope.instances = found; });
    if (!camForm.taskId) {
      types({});
    }
  }
  // Until they are there, and where they cannot be had, people are called by their accounts.
  api('colleagues').then(found => later(() => { colleagues = found; }), () => {});
  $scope.$watchGroup(['instances', 'f.instanceCode || v.instanceCode'], ([instances, code]) => {
    $scope.instance = (instances || []).find(instance => instance.code === code);
  });
  $scope.$watchGroup(['kinds', 'f.changeKind || v.changeKind'], ([kinds, code]) => {
    $scope.chosenKind = kinds.find(kind => kind.code === code);
  });
  if (targets) {
    $scope.$watch('instance.code', code => {
      $scope.targets = [];
      if (code) {
        // Another version can be typed without them, too.
        api('versions?' + new URLSearchParams({ instance: code })).then(
          found => later(() => { $scope.targets = $scope.instance && $scope.instance.code === code ? found : []; }), () => {});
      }
    });
  }
  if (fixes) {
    let wanted;
    const proposed = {};
    /** What somebody chose stays; what stands there by itself follows the version. */
    const propose = found => {
      const answers = $scope.f.fixAnswers = { ...$scope.f.fixAnswers };
      found.forEach(({ reference, answer }) => {
        if (!answers[reference] || answers[reference] === proposed[reference]) {
          answers[reference] = proposed[reference] = answer;
        }
      });
      $scope.fixes = found;
    };
    $scope.$watchGroup(['instance.code', 'f.changeKind || v.changeKind', 'f.targetVersion'], ([code, kind, target]) => {
      clearTimeout(wanted);
      if (!code || kind !== 'VERSION_UPGRADE' || !VERSION.test(target)) {
        $scope.fixes = [];
        return;
      }
      const mine = wanted = setTimeout(() => api('fixes?' + new URLSearchParams({ instance: code, target })).then(
        found => later(() => { if (wanted === mine) { propose(found); } }), () => {}), 200);
    });
    $scope.$watch(() => JSON.stringify(($scope.fixes || []).map(({ reference }) => ({ reference, answer: ($scope.f.fixAnswers || {})[reference] }))
      .filter(({ answer }) => answer)), answers => { $scope.f.fixes = answers; });
  }
  if (passport) {
    $scope.$watchGroup(['instance.line', 'v.targetVersion'], ([line, version]) => {
      if (line && version) {
        const page = 'versions/' + line + '/' + encodeURIComponent(version);
        api(page).then(({ says }) => later(() => { $scope.passport = { says: says[language], page: context + '/' + page }; }), () => {});
      }
    });
  }
  $scope.$watch('v.clientCode || instance.client', code => {
    $scope.client = null;
    if (code) {
      // A form says what it is about without these names too.
      api('clients/' + encodeURIComponent(code)).then(found => later(() => { $scope.client = found; }), () => {});
    }
  });

  /** Save keeps what is kept anyway; Tasklist's own store would show it to whoever logs in next. */
  camForm.on('store', () => {
    draft.keep($scope.f);
    variables.variables = {};
  });

  function inSight() {
    const answers = {};
    form().querySelectorAll('[ng-model^="f."]:not([ng-model*="["])').forEach(field => {
      const name = field.getAttribute('ng-model').slice(2);
      answers[name] = name.endsWith('Local') ? typed(name) : $scope.f[name];
    });
    return Object.entries(sends(answers)).map(([name, answer]) => variable(name, answer));
  }

  /**
   * Whoever still types is not asked about; the answer to what has changed since is not waited for. Its place is kept
   * meanwhile: a button that moves as it is pressed takes no press.
   */
  let pause;
  function tryOut(answers) {
    clearTimeout(pause);
    $scope.checked = null;
    $scope.checking = Boolean(answers);
    if (!answers) {
      return;
    }
    const mine = pause = setTimeout(() => {
      post('requests/check', { intervention: $scope.v.cardKey, variables: JSON.parse(answers) }).then(
        checked => later(() => { if (pause === mine) { tell(checked, JSON.parse(answers)); } }),
        () => later(() => { if (pause === mine) { $scope.checking = false; } }));
    }, 700);
  }

  /** What is not typed yet is no fault before it is sent. */
  function tell(checked, answers) {
    $scope.checked = checked;
    $scope.checking = false;
    clear('typed');
    mark(checked.faults.filter(({ field }) => answers[field] && answers[field].value !== null && !(window && $scope.windowRefused
      && [window.local, 'windowOffset'].includes(field))), 'typed');
  }
  if (check) {
    $scope.$watch(() => ($scope.step || {}).$dirty && (check === true || check())
      && JSON.stringify(Object.fromEntries(inSight().map(({ name, value }) => [name, { value }]))), tryOut);
  }

  camForm.on('submit', () => {
    variables.variables = Object.fromEntries(inSight().map(answer => [answer.name, answer]));
  });
};

export default [];
