package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.BIG_CHANGES;
import static com.athento.deployment.process.Variables.CHANGE_KIND;
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
import com.athento.deployment.process.Reading;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.WindowMinutes;
import com.athento.deployment.schedule.WindowStart;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

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
     * Reads what a form or a REST client submitted, to its end.
     *
     * @param form what was answered, by name
     * @param current the version that the instance runs; unknown where the instance is
     * @param zone of the client; likewise
     * @param longest the minutes that a window for a kind of change may have
     * @param possible refuses channels that the instance does not have
     * @param reading hears of each field that is wrong
     * @return nothing if it has heard of any
     */
    static Optional<Request> read(
            Function<String, ?> form,
            Optional<Version> current,
            Optional<ZoneId> zone,
            Instant now,
            ToIntFunction<ChangeKind> longest,
            Consumer<Channels> possible,
            Reading reading) {
        var kind =
                reading.of(
                        () ->
                                CHANGE_KIND.required(
                                        form, "give the kind of change, such as VERSION_UPGRADE"));
        var target =
                kind.flatMap(
                        known ->
                                current.flatMap(
                                        version ->
                                                reading.of(
                                                        () ->
                                                                TargetVersion.of(
                                                                        known,
                                                                        TARGET_VERSION.find(form),
                                                                        version))));
        var severity =
                reading.of(() -> SEVERITY.required(form, "give one, NONE for a routine change"));
        var reportedAt =
                severity.flatMap(
                        known ->
                                reading.of(
                                        () -> ReportTime.of(known, REPORTED_AT.find(form), now)));
        var start = reading.of(() -> start(form, zone, now));
        var minutes =
                reading.of(
                        () ->
                                WindowMinutes.of(
                                        form,
                                        longest.applyAsInt(
                                                kind.orElse(ChangeKind.VERSION_UPGRADE))));
        var reason = reading.of(() -> REASON.required(form, "say why the change is needed"));
        var flagPossible =
                reading.of(
                        () ->
                                FLAG_POSSIBLE.required(
                                        form,
                                        "say whether a feature flag or a change of type 1 to 3 does it"));
        var flagReason =
                reading.of(
                        () ->
                                FLAG_REASON.required(
                                        form,
                                        "say why a feature flag or a change of type 1 to 3 does it or not"));
        var bigChanges =
                reading.of(() -> BIG_CHANGES.required(form, "say whether it brings big changes"));
        var plan = reading.of(() -> PLAN.required(form, "say how it will be done"));
        var rollbackPlan = reading.of(() -> ROLLBACK_PLAN.required(form, "say how to go back"));
        var releaseNotes = reading.of(() -> RELEASE_NOTES_URL.find(form));
        var channels = reading.of(() -> channels(form, possible));
        if (!reading.isFine()) {
            return Optional.empty();
        }
        return Optional.of(
                new Request(
                        kind.orElseThrow(),
                        target.orElseThrow(),
                        severity.orElseThrow(),
                        reportedAt.orElseThrow(),
                        start.orElseThrow(),
                        minutes.orElseThrow(),
                        reason.orElseThrow(),
                        flagPossible.orElseThrow(),
                        flagReason.orElseThrow(),
                        bigChanges.orElseThrow(),
                        plan.orElseThrow(),
                        rollbackPlan.orElseThrow(),
                        releaseNotes.orElseThrow(),
                        channels.orElseThrow()));
    }

    private static Channels channels(Function<String, ?> form, Consumer<Channels> possible) {
        var channels =
                Channels.of(
                        NOTICE_CHANNELS.required(
                                form, "give EMAIL, IN_APP or both, or NONE with a reason"),
                        NO_NOTICE_REASON.find(form));
        possible.accept(channels);
        return channels;
    }

    /** Where nobody knows the client's zone, only whether a time was given at all. */
    private static ClientTime start(Function<String, ?> form, Optional<ZoneId> zone, Instant now) {
        var local = WINDOW_START_LOCAL.required(form, WindowStart.WHAT_IS_RIGHT);
        return zone.map(known -> WindowStart.of(local, known, WINDOW_OFFSET.find(form), now))
                .orElse(null);
    }

    Window window() {
        return new Window(start.instant(), start.zone(), minutes);
    }
}
