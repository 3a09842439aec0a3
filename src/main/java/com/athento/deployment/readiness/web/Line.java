package com.athento.deployment.readiness.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.readiness.PolicyAnswer;
import com.athento.deployment.readiness.Readiness;
import com.athento.deployment.record.NextIntervention;
import com.athento.deployment.schedule.ClientTime;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An instance as programs read it; what nobody knows is null.
 *
 * @param newest the newest version of its line
 * @param releasesBehind versions of its line that are newer than its own; null where the register has none
 * @param patches on it and in no version
 * @param policy how an incident would be answered, the worst severity first
 * @param why it stands where it does, in the reader's language
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Line(
        String instance,
        String client,
        String clientName,
        String environment,
        String line,
        String version,
        String newest,
        Integer releasesBehind,
        LocalDate lastUpdate,
        Integer daysSinceUpdate,
        List<String> patches,
        Next next,
        List<Answer> policy,
        String why) {

    /** What is planned, or going on. */
    record Next(String key, Instant windowStart, String windowStartLocal, String zone) {

        static Next of(NextIntervention next) {
            var window = ClientTime.of(next.windowStart(), next.zone());
            return new Next(
                    next.interventionKey(),
                    next.windowStart(),
                    window.text(),
                    next.zone().getId());
        }
    }

    /**
     * @param route were it reported today
     * @param flips the first day on which that is another one; null if it stays so
     */
    record Answer(Severity severity, Route route, LocalDate flips) {

        static Answer of(PolicyAnswer answer) {
            return new Answer(answer.severity(), answer.route(), answer.flips().orElse(null));
        }
    }

    static Line of(Readiness readiness, Language language) {
        var instance = readiness.instance();
        return new Line(
                instance.code(),
                instance.clientCode(),
                readiness.clientName(),
                instance.environment().name(),
                instance.line().name(),
                instance.version().text(),
                readiness.newest().map(Version::text).orElse(null),
                readiness.newest().map(newest -> readiness.behind()).orElse(null),
                instance.lastUpdate().orElse(null),
                readiness.days().orElse(null),
                readiness.patches(),
                readiness.next().map(Next::of).orElse(null),
                readiness.answers().stream().map(Answer::of).toList(),
                readiness.why().in(language));
    }
}
