package com.athento.deployment.closure;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.record.Battery;
import com.athento.deployment.record.FlagStanding;
import com.athento.deployment.record.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the official mail says before a person completes it (procedure, section 8).
 *
 * @param actualStart when the deployment really started
 * @param minutes how long users could not work
 * @param deploymentNotes what those who deployed wrote about it
 * @param battery the last one that was finished
 * @param flags that are not as they should be now
 * @param fixes what is on top of the version, older ones included, and is in no release notes
 */
record ClosingDraft(
        String key,
        String instance,
        ChangeKind kind,
        Optional<String> fromVersion,
        Optional<String> targetVersion,
        Outcome outcome,
        Window planned,
        Instant actualStart,
        int minutes,
        Optional<String> deploymentNotes,
        Optional<Battery> battery,
        List<Incident> incidents,
        List<FlagStanding> flags,
        List<Fix> fixes,
        Optional<String> supportNotes) {

    record Fix(String reference, Optional<String> notes) {}

    /** Paragraphs, each under its heading; at most so many characters. */
    String text(Words words, int longest) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(words.of("closing.opening", instance, key));
        paragraphs.add(words.of("closing.done") + "\n" + done(words));
        paragraphs.add(words.of("closing.times", planned.zone()) + "\n" + times(words));
        paragraphs.add(words.of("closing.qa") + "\n" + qa(words));
        paragraphs.add(words.of("closing.incidents") + "\n" + incidents(words));
        if (!flags.isEmpty()) {
            paragraphs.add(words.of("closing.flags") + "\n" + flags(words));
        }
        paragraphs.add(words.of("closing.fixes") + "\n" + fixes(words) + "\n" + words.of("release-notes.paragraph"));
        supportNotes.ifPresent(notes -> paragraphs.add(words.of("closing.notes") + "\n" + notes));
        return PlainText.shortened(String.join("\n\n", paragraphs), longest);
    }

    private String done(Words words) {
        var change = targetVersion
                .map(target -> words.of("closing.upgrade", instance, fromVersion.orElse("?"), target))
                .orElseGet(() -> words.of("closing.configuration", instance, words.code("closing.kind", kind)));
        var result = outcome == Outcome.DEPLOYED ? "closing.kept" : "closing.rolled-back";
        return change
                + " "
                + words.of(targetVersion.isPresent() ? result : result + ".configuration")
                + deploymentNotes.map("\n%s"::formatted).orElse("");
    }

    private String times(Words words) {
        var moments = words.in(planned.zone());
        return words.of(
                        "closing.planned",
                        moments.withOffset(planned.start()),
                        words.of("label.minutes", planned.minutes()))
                + "\n"
                + words.of("closing.actual", moments.withOffset(actualStart), words.of("label.minutes", minutes))
                + " "
                + words.of(
                        Downtime.keepsTheHour(minutes) ? "closing.hour.kept" : "closing.hour.broken", Window.LONGEST);
    }

    private String qa(Words words) {
        return battery.map(run -> figures(run, words)).orElseGet(() -> words.of("closing.battery.none"));
    }

    private static String figures(Battery run, Words words) {
        return "%s; %s, %s, %s."
                .formatted(
                        words.of("closing.battery", run.passed(), run.total()),
                        words.of("closing.failed", run.failed()),
                        words.of("closing.blocked", run.blocked()),
                        words.of("closing.untested", run.open()));
    }

    private String incidents(Words words) {
        return incidents.isEmpty()
                ? words.of("closing.incidents.none")
                : lines(incidents.stream()
                        .map(incident -> line(incident, words))
                        .toList());
    }

    private String line(Incident incident, Words words) {
        var end = Optional.ofNullable(incident.resolution())
                .map(known -> ended(known, words))
                .orElseGet(() -> words.of("closing.open"));
        var ticket = Optional.ofNullable(incident.ticketNumber())
                .map(number -> words.of("closing.ticket", number))
                .orElse("");
        return words.of(
                "closing.incident",
                incident.title(),
                words.code("closing.severity", incident.severity()),
                end + ticket);
    }

    /** A rollback that was asked for may have left the new version running. */
    private String ended(IncidentResolution end, Words words) {
        return end == IncidentResolution.ROLL_BACK && outcome == Outcome.DEPLOYED
                ? words.of("closing.resolution.rollback-failed")
                : words.code("closing.resolution", end);
    }

    private String flags(Words words) {
        return lines(flags.stream()
                .map(flag -> words.of(
                        "closing.flag",
                        flag.name(),
                        flag.state(),
                        outcome == Outcome.DEPLOYED ? flag.planned() : flag.before()))
                .toList());
    }

    private String fixes(Words words) {
        return fixes.isEmpty()
                ? words.of("closing.fixes.none")
                : lines(fixes.stream().map(ClosingDraft::line).toList());
    }

    private static String line(Fix fix) {
        return fix.reference() + fix.notes().map(": %s"::formatted).orElse("");
    }

    private static String lines(List<String> points) {
        return "- " + String.join("\n- ", points);
    }
}
