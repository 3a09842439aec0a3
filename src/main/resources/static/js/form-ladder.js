// Loaded by forms.js: the ways out of trouble, those that cost users least first, above every form in which somebody has to
// choose one. What no longer fits into the hour is shown and closed, with the reason.
import { said } from './said.js';

const BLOCK = `
<section class="the-ladder" ng-if="ladder">
  <strong>{{ said('form.ladder', 'title') }}</strong>
  <ol class="list-unstyled">
    <li ng-repeat="rung in ladder" ng-class="{closed: isClosed(rung)}">
      <span class="label" ng-class="isClosed(rung) ? 'label-default' : 'label-success'">{{ said('form.ladder', isClosed(rung) ? 'closed' : 'open') }}</span>
      <strong>{{ said('form.ladder', rung.way) }}</strong>: {{ said('form.ladder', 'minutes', rung.minutes) }}<span ng-if="rung.ninety !== null">, {{ said('form.ladder', 'ninety', rung.ninety) }}</span><span ng-if="rung.configured !== null">, {{ said('form.ladder', 'configured', rung.configured) }}</span><span ng-if="rung.until && !isClosed(rung)">; {{ said('form.ladder', 'until', here(rung.until)) }}</span>
      <div class="text-danger" ng-if="isClosed(rung)" ng-bind="rung.why"></div>
      <div class="text-muted" ng-if="!isClosed(rung) || rung.way !== 'FLAG_OFF'" ng-bind="rung.measured"></div>
      <div ng-repeat="flag in rung.flags">
        <div class="checkbox" ng-if="switches"><label><input type="checkbox" ng-model="switched[flag.name]" ng-change="takeSwitched()"> {{ said('form.ladder', 'switched', flag.name, flag.before) }}</label></div>
        <div ng-if="!switches"><strong ng-bind="flag.name"></strong>: {{ flag.state }} → {{ flag.before }}</div>
        <div class="text-muted">{{ said('form.ladder', 'how') }} <span class="verbatim" ng-bind="flag.how"></span></div>
      </div>
    </li>
  </ol>
</section>`;

/**
 * Puts it above the form.
 *
 * @param switches whether somebody may say which flags they have switched off: it goes out as flagsAfter
 * @param ask for the ladder, as GET /api/interventions/{key}/ladder tells it; a form works without it, too
 */
export function showLadder($scope, form, moment, switches, ask) {
  Object.assign($scope, {
    switches,
    switched: {},
    isClosed: rung => !rung.fits || (!!rung.until && Date.now() >= moment(rung.until).getTime()),
    takeSwitched: () => {
      const off = $scope.ladder.flatMap(rung => rung.flags).filter(flag => $scope.switched[flag.name]);
      $scope.f.flagsAfter = off.length ? off.map(flag => ({ name: flag.name, after: flag.before })) : null;
    }
  });
  ask(found => {
    $scope.ladder = found;
    ($scope.f.flagsAfter || []).forEach(flag => { $scope.switched[flag.name] = true; });
  });
  const compile = window.angular.element(document.body).injector().get('$compile');
  const first = [...form.children].find(child => !child.matches('.the-hour, table'));
  form.insertBefore(compile('<div>' + BLOCK.trim() + '</div>')($scope)[0], first);
}
