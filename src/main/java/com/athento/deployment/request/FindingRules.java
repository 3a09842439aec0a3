package com.athento.deployment.request;

import static com.athento.deployment.intervention.Finding.Code.LEAD_TIME;
import static com.athento.deployment.intervention.Finding.Code.MAJOR_VERSION;
import static com.athento.deployment.intervention.Finding.Code.NOT_PROVEN;
import static com.athento.deployment.intervention.Finding.Code.SAME_INSTANCE;
import static com.athento.deployment.intervention.Finding.Code.STALE;
import static com.athento.deployment.intervention.Finding.Code.WAIT_FOR_UPDATE;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.UpdateAge;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.record.OtherIntervention;
import com.athento.deployment.schedule.ClientTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can be found about a request: each rule says nothing, or why it minds. */
final class FindingRules {

    private static final List<Function<Check, Optional<Finding>>> ALL = List.of(
            FindingRules::leadTime,
            WindowRules::workingHours,
            WindowRules::maintenanceWindow,
            WindowRules::freeze,
            WindowRules::capacity,
            FindingRules::sameInstance,
            FindingRules::majorVersion,
            FindingRules::notProven,
            check -> check.lost().finding(check.plan()),
            FindingRules::stale,
            FindingRules::waitForUpdate);

    private FindingRules() {}

    static List<Finding> find(Check check) {
        return ALL.stream().flatMap(rule -> rule.apply(check).stream()).toList();
    }

    /** Elapsed time in whole seconds, so a night with 23 or 25 hours changes nothing. */
    private static Optional<Finding> leadTime(Check check) {
        var notice = Duration.between(check.windowSetAt(), check.plan().window().start());
        return check.severity().pressing() || notice.compareTo(check.leadTime()) >= 0
                ? Optional.empty()
                : Optional.of(Finding.error(
                        LEAD_TIME,
                        Sentence.of("finding.lead-time", text(notice), text(check.leadTime()), earliest(check))));
    }

    /** To the minute, as windows are given. */
    private static String earliest(Check check) {
        var exact = check.windowSetAt().plus(check.leadTime());
        var minute = exact.truncatedTo(ChronoUnit.MINUTES);
        var start = ClientTime.of(
                minute.equals(exact) ? minute : minute.plus(Duration.ofMinutes(1)),
                check.plan().window().zone());
        return "%s%s (%s)".formatted(start.text(), start.offsetText(), start.zone());
    }

    private static Optional<Finding> sameInstance(Check check) {
        var unsettled = keys(check, other -> !other.settled());
        if (!unsettled.isEmpty()) {
            return Optional.of(Finding.error(
                    SAME_INSTANCE,
                    Sentence.of("finding.same-instance", unsettled, check.plan().instance())));
        }
        var supported = keys(check, other -> other.phase() == Phase.SUPPORT);
        return supported.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        SAME_INSTANCE,
                        Sentence.of(
                                "finding.same-instance.supported",
                                supported,
                                check.plan().instance())));
    }

    private static String keys(Check check, Predicate<OtherIntervention> which) {
        return check.others().stream()
                .filter(which)
                .map(OtherIntervention::key)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Optional<Finding> majorVersion(Check check) {
        var from = check.plan().fromVersion();
        return check.plan()
                .targetVersion()
                .filter(to -> from.isPresent() && !to.major().equals(from.get().major()))
                .map(to -> Finding.error(MAJOR_VERSION, Sentence.of("finding.major-version", from.get(), to)));
    }

    private static Optional<Finding> notProven(Check check) {
        var proof = check.proof();
        return check.plan()
                .targetVersion()
                .filter(to -> proof.isMissing())
                .map(to -> Finding.error(
                        NOT_PROVEN,
                        proof.keptOn().isEmpty()
                                ? Sentence.of("finding.not-proven.nowhere", proof.line(), to, proof.wanted())
                                : Sentence.of(
                                        "finding.not-proven",
                                        proof.line(),
                                        to,
                                        Sentence.and(proof.keptOn().toArray()),
                                        proof.wanted())));
    }

    private static Optional<Finding> stale(Check check) {
        return check.route() == Route.UPDATE ? Optional.empty() : Optional.of(Finding.error(STALE, age(check)));
    }

    private static Sentence age(Check check) {
        var instance = check.plan().instance();
        return check.age()
                .lastUpdate()
                .map(day ->
                        age(check, instance, day, Math.toIntExact(check.age().days(day))))
                .orElseGet(() -> Sentence.of(
                        "finding.stale.unknown." + limit(check.limit()), check.severity(), VersionAge.WEEK, instance));
    }

    /** The days once as a number, which decides between one and several, and once as they are written. */
    private static Sentence age(Check check, String instance, LocalDate day, int days) {
        return Sentence.of(
                "finding.stale." + limit(check.limit()),
                check.severity(),
                VersionAge.WEEK,
                instance,
                day,
                days,
                String.valueOf(days));
    }

    private static String limit(Optional<UpdateAge> oldest) {
        return oldest.map(age -> age == UpdateAge.WEEK ? "week" : "month").orElse("never");
    }

    private static Optional<Finding> waitForUpdate(Check check) {
        return check.severity() == Severity.TRIVIAL
                ? Optional.of(Finding.warning(WAIT_FOR_UPDATE, Sentence.of("finding.wait-for-update")))
                : Optional.empty();
    }

    /** For instance {@code 47 h 59 min 59 s}; nothing is rounded. */
    private static String text(Duration duration) {
        return "%d h%s%s"
                .formatted(
                        duration.toHours(), part(duration.toMinutesPart(), "min"), part(duration.toSecondsPart(), "s"));
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : " %d %s".formatted(number, unit);
    }
}
