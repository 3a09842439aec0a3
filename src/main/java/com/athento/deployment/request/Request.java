package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.BIG_CHANGES;
import static com.athento.deployment.process.Variables.CHANGE_KIND;
import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;
import static com.athento.deployment.process.Variables.FLAG_POSSIBLE;
import static com.athento.deployment.process.Variables.FLAG_REASON;
import static com.athento.deployment.process.Variables.NOTICE_CHANNELS;
import static com.athento.deployment.process.Variables.NO_NOTICE_REASON;
import static com.athento.deployment.process.Variables.PLAN;
import static com.athento.deployment.process.Variables.REASON;
import static com.athento.deployment.process.Variables.RELEASE_NOTES_URL;
import static com.athento.deployment.process.Variables.REPORTED_AT;
import static com.athento.deployment.process.Variables.ROLLBACK_PLAN;
import static com.athento.deployment.process.Variables.SEVERITY;
import static com.athento.deployment.process.Variables.TARGET_VERSION;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Refused;
import com.athento.deployment.schedule.ClientTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What is asked for, field by field, with nothing in it that would be refused.
 *
 * @param target present exactly for a version upgrade
 * @param reportedAt present unless the severity is NONE
 * @param start of the window
 * @param minutes of unavailability
 * @param flagReason why a feature flag or a change of type 1 to 3 does not do it, or that it does
 */
record Request(
        ChangeKind kind,
        Optional<Version> target,
        Severity severity,
        Optional<Instant> reportedAt,
        ClientTime start,
        int minutes,
        String reason,
        boolean flagPossible,
        String flagReason,
        boolean bigChanges,
        String plan,
        String rollbackPlan,
        Optional<String> releaseNotes,
        Channels channels) {

    /**
     * Reads what a form or a REST client submitted.
     *
     * @param current the version that the instance runs
     * @param zone of the client
     * @param longest the minutes that a window for a kind of change may have
     * @throws Refused on the first field that is wrong
     */
    static Request read(
            VariableScope form,
            Version current,
            ZoneId zone,
            Instant now,
            ToIntFunction<ChangeKind> longest) {
        var kind = CHANGE_KIND.required(form, "give the kind of change, such as VERSION_UPGRADE");
        var target = TargetVersion.of(kind, TARGET_VERSION.find(form), current);
        var most = longest.applyAsInt(kind);
        var severity = SEVERITY.required(form, "give one, NONE for a routine change");
        return new Request(
                kind,
                target,
                severity,
                ReportTime.of(severity, REPORTED_AT.find(form), now),
                WindowStart.of(WINDOW_START_LOCAL.find(form), zone, WINDOW_OFFSET.find(form), now),
                downtime(
                        DOWNTIME_MINUTES.required(form, "give whole minutes from 1 to " + most),
                        most),
                REASON.required(form, "say why the change is needed"),
                FLAG_POSSIBLE.required(
                        form, "say whether a feature flag or a change of type 1 to 3 does it"),
                FLAG_REASON.required(
                        form, "say why a feature flag or a change of type 1 to 3 does it or not"),
                BIG_CHANGES.required(form, "say whether it brings big changes"),
                PLAN.required(form, "say how it will be done"),
                ROLLBACK_PLAN.required(form, "say how to go back"),
                RELEASE_NOTES_URL.find(form),
                Channels.of(
                        NOTICE_CHANNELS.required(
                                form, "give EMAIL, IN_APP or both, or NONE with a reason"),
                        NO_NOTICE_REASON.find(form)));
    }

    Window window() {
        return new Window(start.instant(), start.zone(), minutes);
    }

    private static int downtime(int minutes, int most) {
        if (minutes < 1 || minutes > most) {
            throw Refused.because(
                    "%s: '%d' is out of range; give whole minutes from 1 to %d",
                    DOWNTIME_MINUTES, minutes, most);
        }
        return minutes;
    }
}
