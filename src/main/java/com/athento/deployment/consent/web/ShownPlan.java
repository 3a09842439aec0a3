package com.athento.deployment.consent.web;

import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.FixTold;
import com.athento.deployment.record.AskedClients.Proposal;
import com.athento.deployment.record.AskedPlan;
import com.athento.deployment.record.Fix;
import com.athento.deployment.register.Patch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plan in the very words that the page shows, which are also what is kept as evidence.
 *
 * @param lines what, when, how long …
 * @param reason why, in the requester's words
 * @param answered what becomes of the fixes on the instance
 * @param fixes what else is on it and in no release notes
 * @param releaseNotes where to read more; null if there is nothing
 */
public record ShownPlan(
        List<Line> lines, String reason, List<FixTold> answered, List<Patch> fixes, String releaseNotes) {

    public record Line(String label, String value) {}

    static ShownPlan of(
            AskedPlan plan,
            String clientName,
            String product,
            Instant startUntil,
            Optional<Proposal> differsFrom,
            Optional<String> proven,
            List<Fix> answered,
            List<Patch> fixes,
            Words words) {
        var lines = new ArrayList<Line>();
        var zone = plan.zone();
        lines.add(new Line(
                words.of("label.what"), words.what(product, plan.kind(), plan.fromVersion(), plan.targetVersion())));
        lines.add(new Line(words.of("label.instance"), "%s, %s".formatted(clientName, plan.instanceCode())));
        differsFrom.ifPresent(proposal -> lines.add(new Line(
                words.of("label.proposed"),
                words.of("label.window", words.in(zone).full(proposal.start()), proposal.minutes()))));
        lines.add(new Line(words.of("label.when"), words.in(zone).full(plan.windowStart())));
        lines.add(new Line(words.of("label.utc"), words.in(zone).utc(plan.windowStart())));
        lines.add(new Line(words.of("label.starts"), words.in(zone).between(plan.windowStart(), startUntil)));
        lines.add(new Line(words.of("label.downtime"), words.of("label.at-most", plan.minutes())));
        plan.risk().ifPresent(risk -> lines.add(new Line(words.of("label.risk"), words.code("risk", risk))));
        proven.ifPresent(figures -> lines.add(new Line(words.of("label.proven"), figures)));
        return new ShownPlan(
                lines,
                plan.reason(),
                answered.stream().map(fix -> FixTold.of(fix, words)).toList(),
                fixes,
                plan.releaseNotesUrl().filter(url -> url.matches("https?://.*")).orElse(null));
    }

    private static String text(FixTold fix) {
        return "\n\n%s: %s%s"
                .formatted(fix.reference(), fix.becomes(), fix.notes() == null ? "" : " (%s)".formatted(fix.notes()));
    }

    /** As it is kept. */
    String text() {
        return lines.stream().map(line -> line.label() + ": " + line.value()).collect(Collectors.joining("\n"))
                + "\n\n"
                + reason
                + answered.stream().map(ShownPlan::text).collect(Collectors.joining())
                + fixes.stream()
                        .map(fix -> "\n\n"
                                + fix.reference()
                                + fix.notes().map(": %s"::formatted).orElse(""))
                        .collect(Collectors.joining())
                + (releaseNotes == null ? "" : "\n\n" + releaseNotes);
    }
}
