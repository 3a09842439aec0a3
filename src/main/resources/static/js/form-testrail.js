// Loaded by forms.js: the runs of TestRail from which the figures of a battery can be taken, where it is set up. Whatever
// TestRail does, the form works by hand.
import { said } from './said.js';

/**
 * Gives the form testrail {available, begins, runs, asked, asking, refused}, findRun(), takeRun(run) and beginRun().
 *
 * @param ask   asks our own server below this intervention: ask(path, what is sent, if something is)
 * @param count takes the answer with the figures
 * @param later changes the scope
 */
export function offerRuns($scope, { ask, count, later }) {
  const testrail = $scope.testrail = { runs: [] };
  const sentence = refusal => (refusal.message || said('form.status', 'failed')).replace(/^\w+: /, '');
  /** One question at a time: TestRail counts them. */
  function wait(answer, take) {
    testrail.asking = true;
    testrail.refused = null;
    answer.then(
      found => later(() => { testrail.asking = false; take(found); }),
      refusal => later(() => { testrail.asking = false; testrail.refused = sentence(refusal); }));
  }
  function show(found) {
    testrail.runs = [found, ...testrail.runs.filter(({ run }) => run !== found.run)];
  }

  Object.assign($scope, {
    findRun: () => testrail.asked && wait(ask('/run?' + new URLSearchParams({ run: testrail.asked })), show),
    takeRun: ({ run }) => wait(ask('', { run }), count),
    beginRun: () => wait(ask('/runs', {}), found => {
      show(found);
      $scope.f.qaReference = found.url;
      $scope.step.$setDirty();
    })
  });
  wait(ask(''), found => Object.assign(testrail, found));
}
