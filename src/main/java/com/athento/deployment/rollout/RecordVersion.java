package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.RunningVersion;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Fix;
import com.athento.deployment.record.Incident;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Register;
import com.athento.deployment.register.RunningVersions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * <i>Record the version</i>: the register says what runs. After a rollback that is the version that ran at the start,
 * with its date; a change of the server's configuration moves neither. It may be passed more than once: support can
 * still demand a rollback, and the last time holds. Where the new version runs on in spite of that, the register has it
 * already, with the day on which it came.
 */
@Component
class RecordVersion implements JavaDelegate {

    private final Register register;
    private final RunningVersions versions;
    private final Records records;
    private final Clock clock;

    RecordVersion(Register register, RunningVersions versions, Records records, Clock clock) {
        this.register = register;
        this.versions = versions;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution intervention) {
        var kept = Variables.RUNNING_VERSION.in(intervention) == RunningVersion.NEW;
        if (Variables.CHANGE_KIND.in(intervention).movesVersion() && !(kept && isRecorded(intervention))) {
            recordVersion(intervention, kept);
        }
        recordPatches(intervention, kept);
        Variables.OUTCOME.put(intervention, kept ? Outcome.DEPLOYED : Outcome.ROLLED_BACK);
    }

    private void recordVersion(DelegateExecution intervention, boolean kept) {
        var zone = ZoneId.of(Variables.ZONE.in(intervention));
        var instance = Variables.INSTANCE_CODE.in(intervention);
        var key = intervention.getProcessBusinessKey();
        var target = new Version(Variables.TARGET_VERSION.in(intervention));
        if (kept) {
            versions.deployed(instance, target, LocalDate.ofInstant(clock.instant(), zone), key);
        } else {
            versions.rolledBack(
                    instance,
                    new Version(Variables.FROM_VERSION.in(intervention)),
                    Variables.FROM_LAST_UPDATE.find(intervention).map(day -> LocalDate.ofInstant(day, zone)),
                    key,
                    target,
                    Variables.ACTUAL_START.in(intervention));
        }
    }

    private static boolean isRecorded(DelegateExecution intervention) {
        return Variables.OUTCOME
                .find(intervention)
                .filter(Outcome.DEPLOYED::equals)
                .isPresent();
    }

    /**
     * Hotfixes on top of a version that is gone are no patches of the one that runs; what a version brings along, or
     * ends, is on the list no longer, unless it goes back.
     */
    private void recordPatches(DelegateExecution intervention, boolean kept) {
        var instance = Variables.INSTANCE_CODE.in(intervention);
        var key = intervention.getProcessBusinessKey();
        if (Variables.OUTCOME.find(intervention).isPresent()) {
            register.removePatches(instance, key);
        }
        if (!kept) {
            register.bringBackPatches(instance, key);
            return;
        }
        register.clearPatches(
                instance,
                key,
                records.fixes(key, Variables.REVISION.in(intervention)).stream()
                        .filter(Fix::leavesTheList)
                        .map(Fix::reference)
                        .toList());
        records.appliedHotfixes(key)
                .forEach(hotfix -> register.addPatch(instance, key, hotfix.appliedAt(), hotfix.patch()));
        records.incidents(key).stream()
                .filter(Incident::leftHotfix)
                .forEach(incident -> register.addPatch(instance, key, incident.resolvedAt(), incident.hotfix()));
    }
}
