package com.athento.deployment.schedule.web;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.WrittenDay;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.planning.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What stands behind the question mark, read or refused with a sentence.
 *
 * @param from a day; today if absent
 * @param until the day after the last one; six weeks after the first one if absent
 */
record Question(String from, String until, String client, String environment, String team) {

    /** Of a span that is longer nobody sees all. */
    static final int MOST_DAYS = 100;

    private static final int SIX_WEEKS = 42;

    /** Beyond them a planning says nothing, and databases disagree about what a day is. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9000, 1, 1);

    private static final Kind<LocalDate> DAY =
            Kind.of(text -> WrittenDay.read(text).filter(Question::isPlanned), "refused.planning.day", FIRST, LAST);
    private static final Kind<Environment> ENVIRONMENT = Kind.word(Environment.class);
    private static final Kind<Team> TEAM = Kind.word(Team.class);

    static boolean isPlanned(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** @throws Refused if a part of it is none */
    Asked read(Register register, ZoneId vendor, Instant now) {
        var whose = given(client).map(code -> register.client(code).orElseThrow(() -> unknown(code)));
        var zone = whose.map(Client::zone).orElse(vendor);
        var first = given(from).map(text -> DAY.read("from", text)).orElseGet(() -> LocalDate.ofInstant(now, zone));
        var end = given(until).map(text -> DAY.read("until", text)).orElseGet(() -> first.plusDays(SIX_WEEKS));
        if (!end.isAfter(first) || end.isAfter(first.plusDays(MOST_DAYS))) {
            throw Refused.because(
                    "refused.planning.span",
                    end.toString(),
                    first.plusDays(1).toString(),
                    first.plusDays(MOST_DAYS).toString());
        }
        return new Asked(
                first,
                end,
                zone,
                whose,
                given(environment).map(text -> ENVIRONMENT.read("environment", text)),
                given(team).map(text -> TEAM.read("team", text)));
    }

    private static Refused unknown(String code) {
        return new Refused(Refused.Reason.UNKNOWN, "refused.client.none", PlainText.quoted(code));
    }

    static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
