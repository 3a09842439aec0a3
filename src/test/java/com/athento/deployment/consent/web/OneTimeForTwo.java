package com.athento.deployment.consent.web;

import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.OthersPlaces;
import com.athento.deployment.process.SameInstant;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two clients' questions, and a time at which the systems team has one place left. While it is kept for one of them the
 * other one is not even shown it; both know it once it was kept for the first in vain.
 */
public final class OneTimeForTwo implements AutoCloseable {

    /** A Tuesday in an autumn in which no other test asks for a window. */
    private static final Instant MORNING = Instant.parse("2027-09-07T09:00:00Z");

    private static final Duration KEPT_NO_LONGER = Duration.ofMinutes(31);

    private final Lifecycle lifecycle;
    private final JdbcClient database;
    private final int port;
    private final OthersPlaces others;
    private final SameInstant sameInstant = new SameInstant();

    public OneTimeForTwo(Lifecycle lifecycle, JdbcClient database, SystemsTeam team, int port) {
        this.lifecycle = lifecycle;
        this.database = database;
        this.port = port;
        this.others = new OthersPlaces(database, team);
    }

    @Override
    public void close() {
        sameInstant.close();
        others.close();
    }

    /** Both have read of it, and it is kept for neither any more. */
    public void isForOneWhereItIsKeptForNeither() throws Exception {
        var first = asked("2027-09-18T22:00");
        var second = asked("2027-09-25T22:00");
        var time = shownToBoth(first, second);
        later();

        var answers = sameInstant.both(takes(first, time), takes(second, time));

        var isFirst = answers.get(0).status() == 200;
        assertTaken(isFirst ? first : second, answers.get(isFirst ? 0 : 1), time);
        assertGone(isFirst ? second : first, answers.get(isFirst ? 1 : 0), time);
        cancelled(first, second);
    }

    /** Both have read of it, and it is kept for the second one. */
    public void isForWhomItIsKept() throws Exception {
        var first = asked("2027-09-18T22:00");
        var second = asked("2027-09-25T22:00");
        var time = shownToBoth(first, second);

        var answers = sameInstant.both(takes(first, time), takes(second, time));

        assertTaken(second, answers.get(1), time);
        assertGone(first, answers.get(0), time);
        cancelled(first, second);
    }

    /** The two look at the same instant. */
    public void isShownToOne() throws Exception {
        var first = asked("2027-09-18T22:00");
        var second = asked("2027-09-25T22:00");
        var time = firstShownTo(first);
        later();

        var pages = sameInstant.both(looks(first), looks(second));

        assertThat(pages).extracting(Answer::status).containsOnly(200);
        assertThat(pages.stream().map(ClientsMail::offered))
                .as("the pages that offer %s", time)
                .filteredOn(offered -> offered.contains(time))
                .hasSize(1);
        cancelled(first, second);
    }

    private Intervention asked(String windowStart) {
        lifecycle.now(MORNING);
        return lifecycle.submitted(Map.of("windowStartLocal", windowStart)).approves();
    }

    private String shownToBoth(Intervention first, Intervention second) throws Exception {
        var time = firstShownTo(first);
        later();
        assertThat(ClientsMail.offered(looks(second).call())).contains(time);
        return time;
    }

    /** From then on there is one place left at it. */
    private String firstShownTo(Intervention intervention) throws Exception {
        var time = ClientsMail.offered(looks(intervention).call()).get(0);
        others.areAt(LocalDateTime.parse(time));
        return time;
    }

    private void later() {
        lifecycle.now(lifecycle.now().plus(KEPT_NO_LONGER));
    }

    private Callable<Answer> looks(Intervention intervention) {
        var link = ClientsMail.newestLink(intervention, port);
        return () -> Visit.browser(port).get(link);
    }

    private Callable<Answer> takes(Intervention intervention, String time) {
        var link = ClientsMail.newestLink(intervention, port);
        return () -> Visit.browser(port)
                .form(link, new HashMap<>(Map.of("answer", "SLOT", "window", time, "by", "Ana Ruiz")));
    }

    private void assertTaken(Intervention winner, Answer answer, String time) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("así queda acordado");
        winner.continues();
        assertThat(winner.waitsAt()).containsExactly("notice-due", "window-opened");
        assertThat(winner.value("windowStartLocal")).isEqualTo(time);
        assertThat(onRecord(winner))
                .containsExactly("revision 1", "revision 2", "AGREED to 2", "WAITING %s".formatted(time));
        assertThat(winner.mails()).contains("window-confirmed to CONTACT");
    }

    /** And nothing of the answer remains: the client takes another time on the page that says so. */
    private void assertGone(Intervention loser, Answer answer, String time) throws Exception {
        var asked = (String) loser.value("windowStartLocal");
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("Ese momento ya no está libre. Estos son los que quedan libres ahora.");
        loser.continues();
        assertThat(loser.waitsAt()).containsExactly(OBTAIN_CLIENT_CONSENT);
        assertThat(asked).isNotEqualTo(time);
        assertThat(onRecord(loser)).containsExactly("revision 1", "CONSENT %s".formatted(asked));
        assertThat(loser.mails()).containsExactly("consent-request to CONTACT");

        var other = ClientsMail.offered(answer);
        assertThat(other).isNotEmpty().doesNotContain(time);
        assertThat(takes(loser, other.get(0)).call().status()).isEqualTo(200);
    }

    private List<String> onRecord(Intervention intervention) {
        var stands = Stream.of(
                        "select 'revision ' || number from revision where intervention_key = :key order by number",
                        "select answer || ' to ' || revision from consent where intervention_key = :key")
                .flatMap(sql -> database.sql(sql).param("key", intervention.key()).query(String.class).list().stream());
        var planned = database.sql("select phase, window_start from intervention where intervention_key = :key")
                .param("key", intervention.key())
                .query((row, number) -> "%s %s"
                        .formatted(
                                row.getString("phase"),
                                row.getTimestamp("window_start")
                                        .toInstant()
                                        .atZone(Lifecycle.MADRID)
                                        .toLocalDateTime()))
                .single();
        return Stream.concat(stands, Stream.of(planned)).toList();
    }

    private static void cancelled(Intervention... interventions) {
        for (var intervention : interventions) {
            intervention.changes("project", "CANCEL", "Over").continues();
        }
    }
}
