// Loaded by forms.js: how it stands with the hour, above every form that is filled in while it runs or may run again: the
// minutes, what is left, the point of no return, why it came to this, how to go back, and whom to call. It counts by the
// server's clock (Tasklist's clock.js), and on while the form is open.
import { said } from './said.js';

const HOUR = 60;
const MINUTE = 60000;
const EVERY = 5000;

const LOOKS = { RUNNING: 'alert-info', OVERRUN: 'alert-warning', BROKEN: 'alert-danger' };

const BLOCK = `
<section class="the-hour">
  <p class="alert" ng-class="hour.look" role="timer">
    <span ng-if="hour.down"><strong>{{ said('form.hour', 'down', hour.minutes) }}</strong> {{ hour.state }}.</span>
    <span ng-if="!hour.down"><strong>{{ said('form.hour', 'up') }}</strong> {{ said('form.hour', 'up-again', hour.minutes) }}</span>
    <strong ng-if="hour.left >= 0">{{ said('form.hour', 'left', hour.left) }}</strong>
    <strong ng-if="hour.left < 0">{{ said('form.hour', 'over', -hour.left) }}</strong>
    <span ng-if="hour.tooLate">{{ said('form.hour', 'too-late') }}</span>
  </p>
  <table class="table table-condensed">
    <tr><th>{{ said('form.hour', 'instance') }}</th><td><strong ng-bind="v.instanceCode"></strong><span ng-if="v.cardClient">, {{ v.cardClient }}</span><span ng-if="instance">, {{ instance.environment }}</span><span ng-if="instance.url">, <a ng-href="{{ instance.url }}" target="_blank" rel="noopener noreferrer" ng-bind="instance.url"></a></span></td></tr>
    <tr><th>{{ said('form.hour', 'change') }}</th><td>{{ kind }}<span ng-if="v.targetVersion"> {{ said('form.hour', 'versions', v.fromVersion, v.targetVersion) }}</span></td></tr>
    <tr><th>{{ said('form.hour', 'window') }}</th><td>{{ said('form.hour', 'planned', windowText(), v.downtimeMinutes, windowEnd()) }}</td></tr>
    <tr ng-if="hour.down"><th>{{ said('form.hour', 'since') }}</th><td>{{ said('form.hour', 'at', here(v.unavailableSince)) }}<span ng-if="v.downtimeSpent">; {{ said('form.hour', 'spent', v.downtimeSpent) }}</span></td></tr>
    <tr ng-if="hour.down && v.pointOfNoReturn"><th>{{ said('form.hour', 'no-return') }}</th><td ng-class="{'text-danger': hour.tooLate}">{{ said('form.hour', 'at', here(v.pointOfNoReturn)) }}: {{ said('form.hour', hour.tooLate ? 'passed' : 'still-fits') }}</td></tr>
    <tr ng-if="causes.length"><th>{{ said('form.hour', 'why') }}</th><td>
      <div><strong ng-bind="causes[0].what"></strong> <span class="text-muted" ng-bind="causes[0].who()"></span><div class="verbatim" ng-if="causes[0].note" ng-bind="causes[0].note"></div></div>
      <details ng-if="causes.length > 1"><summary>{{ said('form.hour', 'before') }}</summary><div ng-repeat="cause in causes" ng-if="!$first">{{ cause.what }} <span class="text-muted" ng-bind="cause.who()"></span><div class="verbatim" ng-if="cause.note" ng-bind="cause.note"></div></div></details>
    </td></tr>
    <tr><th>{{ said('form.hour', 'plan') }}</th><td class="verbatim" ng-bind="v.rollbackPlan"></td></tr>
    <tr ng-repeat="contact in client.contacts" ng-if="contact.role === 'CONTACT' || contact.role === 'DEPUTY'"><th>{{ said('form.contact', contact.role) }}</th><td><span ng-bind="contact.name"></span>, <a ng-href="mailto:{{ contact.email }}" ng-bind="contact.email"></a><span ng-if="contact.phone">, <a ng-href="tel:{{ contact.phone }}" ng-bind="contact.phone"></a></span></td></tr>
  </table>
</section>`;

/** How it stands at this moment; whole minutes, never rounded up. */
function stand(v, moment) {
  const now = Date.now();
  const since = v.unavailableSince && moment(v.unavailableSince).getTime();
  const minutes = (v.downtimeSpent || 0) + (since ? Math.max(0, Math.floor((now - since) / MINUTE)) : 0);
  const left = HOUR - minutes;
  const state = left < 0 ? 'BROKEN' : minutes > v.downtimeMinutes ? 'OVERRUN' : 'RUNNING';
  return {
    now, minutes, left, down: !!since, state: said('overview.hour', state), look: since || left < 0 ? LOOKS[state] : 'alert-info',
    tooLate: !!since && !!v.pointOfNoReturn && now > moment(v.pointOfNoReturn).getTime()
  };
}

const about = ({ title, severity, reporter, causedByUpdate }) =>
  said('form.why', 'incident', title, said('overview.severity', severity), reporter, said('form.caused', causedByUpdate));

/** What is on record of one step, and whose it was. */
function tell({ label, person, at, decided, note, battery, incident }, { called, here }) {
  const who = () => called(person) + ', ' + here(at);
  if (incident) {
    return {
      what: about(incident), note: incident.notes,
      who: () => said('form.why', 'confirmed', called(incident.rollbackAskedBy), who())
    };
  }
  const result = battery
    ? said('form.why', battery.finished ? 'battery' : 'unfinished', battery.passed, battery.total, battery.required)
    : label + (decided ? ': ' + said('overview.decided', decided) : '');
  return { what: result + '.', who, note };
}

/** A rollback that nobody has confirmed yet: its incident is this task's own. */
const asked = (incident, { called }) => ({
  what: about(incident), note: incident.notes,
  who: () => (incident.rollbackAskedBy ? said('form.why', 'asked', called(incident.rollbackAskedBy)) : '')
});

/**
 * Puts it above the form.
 *
 * @param told what happened so far, as GET /api/interventions/{key} tells it; a form works without it, too
 */
export function showHour($scope, form, moment, told) {
  const tick = () => { $scope.hour = stand($scope.v, moment); };
  tick();
  $scope.past = instant => !!instant && $scope.hour.now >= moment(instant).getTime();
  const ticking = setInterval(() => $scope.$evalAsync(tick), EVERY);
  $scope.$on('$destroy', () => clearInterval(ticking));
  told(story => {
    const own = story.incidents.find(incident => incident.id === $scope.task.executionId);
    $scope.causes = own ? [asked(own, $scope)] : story.why.map(cause => tell(cause, $scope));
  });
  const compile = window.angular.element(document.body).injector().get('$compile');
  form.prepend(compile(BLOCK.trim())($scope)[0]);
}
