package com.athento.deployment.closure;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.record.Battery;
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
        List<Fix> fixes,
        Optional<String> supportNotes) {

    record Fix(String reference, Optional<String> notes) {}

    /** Paragraphs, each under its heading; at most so many characters. */
    String text(Words words, int longest) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(words.of("opening", instance, key));
        paragraphs.add(words.of("done") + "\n" + done(words));
        paragraphs.add(words.of("times", planned.zone()) + "\n" + times(words));
        paragraphs.add(words.of("qa") + "\n" + qa(words));
        paragraphs.add(words.of("incidents") + "\n" + incidents(words));
        paragraphs.add(words.of("fixes") + "\n" + fixes(words) + "\n" + words.whyNotesDiffer());
        supportNotes.ifPresent(notes -> paragraphs.add(words.of("notes") + "\n" + notes));
        return PlainText.shortened(String.join("\n\n", paragraphs), longest);
    }

    private String done(Words words) {
        var change = targetVersion
                .map(target -> words.of("upgrade", instance, fromVersion.orElse("?"), target))
                .orElseGet(() -> words.of("configuration", instance, words.of(kind)));
        var result = outcome == Outcome.DEPLOYED ? "kept" : "rolledBack";
        return change
                + " "
                + words.of(targetVersion.isPresent() ? result : result + "Configuration")
                + deploymentNotes.map("\n%s"::formatted).orElse("");
    }

    private String times(Words words) {
        return words.of("planned", words.time(planned.zoned()), words.counted("minutes", planned.minutes()))
                + "\n"
                + words.of("actual", words.time(actualStart.atZone(planned.zone())), words.counted("minutes", minutes))
                + " "
                + words.of(Downtime.keepsTheHour(minutes) ? "hourKept" : "hourBroken", Window.LONGEST);
    }

    private String qa(Words words) {
        return battery.map(run -> figures(run, words)).orElseGet(() -> words.of("noBattery"));
    }

    private static String figures(Battery run, Words words) {
        return "%s; %s, %s, %s."
                .formatted(
                        words.of("battery", run.passed(), run.total()),
                        words.counted("failed", run.failed()),
                        words.counted("blocked", run.blocked()),
                        words.counted("untested", run.open()));
    }

    private String incidents(Words words) {
        return incidents.isEmpty()
                ? words.of("noIncidents")
                : lines(incidents.stream()
                        .map(incident -> line(incident, words))
                        .toList());
    }

    private String line(Incident incident, Words words) {
        var end = Optional.ofNullable(incident.resolution())
                .map(known -> ended(known, words))
                .orElseGet(() -> words.of("open"));
        var ticket = Optional.ofNullable(incident.ticketNumber())
                .map(number -> words.of("ticket", number))
                .orElse("");
        return words.of("incident", incident.title(), words.of(incident.severity()), end + ticket);
    }

    /** A rollback that was asked for may have left the new version running. */
    private String ended(IncidentResolution end, Words words) {
        return end == IncidentResolution.ROLL_BACK && outcome == Outcome.DEPLOYED
                ? words.of("rollbackFailed")
                : words.of(end);
    }

    private String fixes(Words words) {
        return fixes.isEmpty()
                ? words.of("noFixes")
                : lines(fixes.stream().map(ClosingDraft::line).toList());
    }

    private static String line(Fix fix) {
        return fix.reference() + fix.notes().map(": %s"::formatted).orElse("");
    }

    private static String lines(List<String> points) {
        return "- " + String.join("\n- ", points);
    }
}
