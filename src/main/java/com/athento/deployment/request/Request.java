package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.BIG_CHANGES;
import static com.athento.deployment.process.Variables.CHANGE_KIND;
import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;
import static com.athento.deployment.process.Variables.FLAGS;
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
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.Flag;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Variable;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.WindowMinutes;
import com.athento.deployment.schedule.WindowStart;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is asked for, field by field, with nothing in it that would be refused. Of a request that ends at once, with a
 * mail about the right procedure, only what that mail needs is demanded; what else is given is kept as it is.
 *
 * @param target present for a version upgrade and for nothing else
 * @param reportedAt present unless the severity is NONE
 * @param start of the window
 * @param minutes of unavailability
 * @param flagReason why a feature flag or a change of type 1 to 3 does not do it, or that it does
 * @param flags that guard the change once it is deployed
 */
record Request(
        ChangeKind kind,
        Optional<Version> target,
        Severity severity,
        Optional<Instant> reportedAt,
        Optional<ClientTime> start,
        Optional<Integer> minutes,
        Optional<String> reason,
        Optional<Boolean> flagPossible,
        Optional<String> flagReason,
        List<Flag> flags,
        Optional<Boolean> bigChanges,
        Optional<String> plan,
        Optional<String> rollbackPlan,
        Optional<String> releaseNotes,
        Optional<NoticeChoice> channels) {

    /**
     * Reads what a form or a REST client submitted, to its end.
     *
     * @param form what was answered, by name
     * @param current the version that the instance runs; unknown where the instance is
     * @param zone of the client; likewise
     * @param types what the table says of a kind of change
     * @param possible refuses channels that the instance does not have
     * @param reading hears of each field that is wrong
     * @return nothing if it has heard of any
     */
    static Optional<Request> read(
            Function<String, ?> form,
            Optional<Version> current,
            Optional<ZoneId> zone,
            Instant now,
            Function<ChangeKind, DeploymentType> types,
            Consumer<NoticeChoice> possible,
            Reading reading) {
        var kind = reading.of(() -> CHANGE_KIND.required(form, "refused.request.kind"));
        var type = kind.map(types);
        var flagPossible = reading.of(() -> given(
                FLAG_POSSIBLE, form, type.filter(RightProcedures::isOther).isEmpty(), "refused.request.flag-possible"));
        var flagDoesIt = flagPossible.orElse(false);
        var whole = !flagDoesIt && type.filter(RightProcedures::isOther).isEmpty();
        var target = kind.flatMap(known ->
                current.flatMap(version -> reading.of(() -> target(known, TARGET_VERSION.find(form), version, whole))));
        var severity = reading.of(() -> SEVERITY.required(form, "refused.request.severity"));
        var reportedAt = severity.flatMap(known -> reading.of(() -> ReportTime.of(known, REPORTED_AT.find(form), now)));
        var start = reading.of(() -> start(form, zone, now, whole));
        var minutes = reading.of(() -> whole || DOWNTIME_MINUTES.find(form).isPresent()
                ? WindowMinutes.of(form, type.map(DeploymentType::longestWindow).orElse(Window.LONGEST))
                : null);
        var reason = reading.of(() -> given(REASON, form, whole, "refused.request.reason"));
        var flagReason = reading.of(() -> given(FLAG_REASON, form, whole || flagDoesIt, "refused.request.flag-reason"));
        var flags = reading.of(() -> FLAGS.find(form).orElse(List.of()));
        var bigChanges = reading.of(() -> given(BIG_CHANGES, form, whole, "refused.request.big-changes"));
        var plan = reading.of(() -> given(PLAN, form, whole, "refused.request.plan"));
        var rollbackPlan = reading.of(() -> given(ROLLBACK_PLAN, form, whole, "refused.request.rollback-plan"));
        var releaseNotes = reading.of(() -> RELEASE_NOTES_URL.find(form));
        var channels = reading.of(() -> channels(form, possible, whole));
        if (!reading.isFine()) {
            return Optional.empty();
        }
        return Optional.of(new Request(
                kind.orElseThrow(),
                target.orElseThrow(),
                severity.orElseThrow(),
                reportedAt.orElseThrow(),
                start,
                minutes,
                reason,
                flagPossible,
                flagReason,
                flags.orElseThrow(),
                bigChanges,
                plan,
                rollbackPlan,
                releaseNotes.orElseThrow(),
                channels));
    }

    /** Null where it may be left out, and is. */
    private static <T> T given(Variable<T> field, Function<String, ?> form, boolean isDemanded, String code) {
        return isDemanded ? field.required(form, code) : field.find(form).orElse(null);
    }

    private static Optional<Version> target(
            ChangeKind kind, Optional<String> text, Version current, boolean isDemanded) {
        return isDemanded ? TargetVersion.of(kind, text, current) : TargetVersion.kept(kind, text);
    }

    /** What leads to no notice is kept without its reason, too. */
    private static NoticeChoice channels(
            Function<String, ?> form, Consumer<NoticeChoice> possible, boolean isDemanded) {
        var given = given(NOTICE_CHANNELS, form, isDemanded, "refused.request.channels");
        if (given == null) {
            return null;
        }
        if (!isDemanded) {
            return NoticeChoice.kept(given, NO_NOTICE_REASON.find(form));
        }
        var channels = NoticeChoice.of(given, NO_NOTICE_REASON.find(form));
        possible.accept(channels);
        return channels;
    }

    /** Where nobody knows the client's zone, only whether a time was given at all. */
    private static ClientTime start(Function<String, ?> form, Optional<ZoneId> zone, Instant now, boolean isDemanded) {
        var local = given(WINDOW_START_LOCAL, form, isDemanded, WindowStart.WHAT_IS_RIGHT);
        if (local == null) {
            return null;
        }
        var offset = WINDOW_OFFSET.find(form);
        return zone.map(known ->
                        isDemanded ? WindowStart.of(local, known, offset, now) : WindowStart.read(local, known, offset))
                .orElse(null);
    }

    /** Empty where it may be left out, and start or minutes are. */
    Optional<Window> window() {
        return start.flatMap(time -> minutes.map(length -> new Window(time.instant(), time.zone(), length)));
    }
}
