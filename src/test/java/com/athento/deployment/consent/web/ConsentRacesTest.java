package com.athento.deployment.consent.web;

import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.OverRest;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.process.SameInstant;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The client answers while somebody else acts: never two answers, never one to an unseen plan. */
class ConsentRacesTest extends PathsTest {

    private static final int TIMES = Integer.getInteger("races.times", 10);
    private static final int RACES = Integer.getInteger("races.times", 8);
    private static final int STEPS = 10;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SystemsTeam team;

    private final SameInstant sameInstant = new SameInstant();

    @AfterEach
    void home() {
        sameInstant.close();
    }

    @Test
    void anAnswerBesideARescheduleIsBeforeItOrNeverTaken() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.approved();
            var answers = sameInstant.both(
                    answer(ClientsMail.newestLink(intervention, port)),
                    new OverRest(port).changes(intervention, "RESCHEDULE"));
            intervention.continues();

            var answered = answers.get(0).status() == 200;
            var rescheduled = answers.get(1).status() == 200;
            assertThat(answered || answers.get(0).status() == 404)
                    .as("%s", answers)
                    .isTrue();
            assertThat(rescheduled || answers.get(1).status() == 409)
                    .as("%s", answers)
                    .isTrue();
            assertThat(answered || rescheduled).isTrue();
            assertThat(consents(intervention)).hasSize(answered ? 1 : 0);
            if (rescheduled) {
                assertWaiting(intervention).containsExactly(REVISE_REQUEST);
                amend(intervention, "2027-02-20T22:00");
                assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
            } else {
                assertThat(intervention.mails()).contains("window-confirmed to CONTACT");
            }
        }
    }

    @Test
    void aTimeThatIsTakenBesideARescheduleIsBeforeItOrNeverTaken() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            new TimeBesideReschedule(lifecycle, database, port).isBeforeItOrNeverTaken();
        }
    }

    @Test
    void aTimeThatTwoClientsTakeIsForOneAndTheOtherReadsThatItIsGone() throws Exception {
        try (var last = new OneTimeForTwo(lifecycle, database, team, port)) {
            for (int time = 0; time < RACES; time++) {
                last.isForOneWhereItIsKeptForNeither();
            }
        }
    }

    @Test
    void aTimeThatIsKeptIsForItsClientAlone() throws Exception {
        try (var last = new OneTimeForTwo(lifecycle, database, team, port)) {
            for (int time = 0; time < RACES; time++) {
                last.isForWhomItIsKept();
                last.isShownToOne();
            }
        }
    }

    @ParameterizedTest(name = "beside the job of {0}, due at {1}")
    @CsvSource({"consent-overdue, consentDeadline", "obtain-client-consent, reminderAt", "window-lapsed, windowStart"})
    void whatIsThankedIsStoredAndWhatIsNotIsTold(String element, String moment) throws Exception {
        for (int time = 0; time < RACES; time++) {
            var intervention = lifecycle.approved();
            var due = intervention.moment(moment);
            var justBefore = due.minusMillis(1);
            intervention.at(justBefore);
            lifecycle.now(due);
            // The answer may take the job away before the executor, which knows it, comes to it.
            var job = intervention.jobOf(element);
            lifecycle.now(justBefore);
            var link = ClientsMail.newestLink(intervention, port);
            var pause = time * 1_500_000L;
            var answers = sameInstant.<Answer>both(answer(link), () -> {
                LockSupport.parkNanos(pause);
                lifecycle.now(due);
                intervention.runsAsTheExecutor(job);
                return null;
            });
            intervention.continues();

            var stored = consents(intervention).size();
            assertThat(answers.get(0).status()).isEqualTo(stored == 1 ? 200 : 404);
            if (stored == 0 && OBTAIN_CLIENT_CONSENT.equals(element)) {
                assertThat(answers.get(0).body()).contains("correo más reciente");
                var newest = ClientsMail.newestLink(intervention, port);
                assertThat(answer(newest).call().status()).isEqualTo(200);
            } else if ("consent-overdue".equals(element)) {
                assertThat(stored).isEqualTo(1);
            }
        }
    }

    @Test
    void contactAndDeputyAreOneAnswerAndTheOtherReadsWhose() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.approved();
            var luis =
                    ClientsMail.links(intervention, "luis@acme.example", port).get(0);
            var answers = sameInstant.both(
                    () -> post(
                            ClientsMail.newestLink(intervention, port), Map.of("answer", "AGREED", "by", "Ana Ruiz")),
                    () -> post(luis, Map.of("answer", "AGREED", "by", "Luis Gil")));
            intervention.continues();

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 404);
            var first = answers.get(0).status() == 200 ? "Ana Ruiz" : "Luis Gil";
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 404)
                    .singleElement()
                    .satisfies(late -> assertThat(late.body()).contains("<dd>%s</dd>".formatted(first)));
            assertThat(database.sql("select link_of from consent where intervention_key = ?")
                            .param(intervention.key())
                            .query(String.class)
                            .list())
                    .containsExactly(first);
        }
    }

    @Test
    void thePageAndTheProjectTeamAreOneAnswer() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.approved();
            var task = intervention.task(OBTAIN_CLIENT_CONSENT).getId();
            var answers = sameInstant.both(
                    answer(ClientsMail.newestLink(intervention, port)),
                    () -> Visit.by("project", port)
                            .post(
                                    "/engine-rest/task/" + task + "/complete",
                                    "{\"variables\":{\"consentAnswer\":{\"value\":\"AGREED\"},"
                                            + "\"consentBy\":{\"value\":\"Ana\"},\"consentVia\":{\"value\":\"PHONE\"}}}"));
            intervention.continues();

            assertThat(answers).filteredOn(one -> one.status() < 300).hasSize(1);
            assertThat(answers.get(0).status()).isIn(200, 404);
            if (answers.get(1).status() >= 300) {
                answers.get(1).isRefused(409);
            }
            assertThat(consents(intervention)).hasSize(1);
        }
    }

    @ParameterizedTest(name = "whatever happens in the order that {0} draws")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
    void noSequenceTakesTwoAnswersOrOneToAnUnseenPlan(long seed) {
        var chance = new Random(seed);
        var intervention = lifecycle.approved();
        var taken = 0;
        for (int step = 0; step < STEPS && !intervention.isEnded(); step++) {
            var links = ClientsMail.links(intervention, port);
            var tried = links.get(chance.nextInt(links.size()));
            var asked = !intervention.tasks(OBTAIN_CLIENT_CONSENT).isEmpty();
            switch (chance.nextInt(7)) {
                case 0, 1, 2 -> {
                    var mayBeTaken = asked && tried.equals(links.get(links.size() - 1));
                    var got = post(tried, draw(chance));
                    intervention.continues();
                    assertThat(got.status()).as("seed %d, step %d", seed, step).isEqualTo(mayBeTaken ? 200 : 404);
                    taken += mayBeTaken ? 1 : 0;
                }
                case 3 -> {
                    if (asked) {
                        intervention
                                .completes(
                                        "project",
                                        OBTAIN_CLIENT_CONSENT,
                                        Map.of("consentAnswer", "AGREED", "consentBy", "Ana", "consentVia", "PHONE"))
                                .continues();
                        taken++;
                    }
                }
                case 4 -> {
                    if (intervention.tasks(REVISE_REQUEST).isEmpty()) {
                        intervention
                                .changes("project", "RESCHEDULE", "Auditors")
                                .continues();
                    }
                    amend(intervention, tenAtNightIn(3 + chance.nextInt(12)));
                }
                case 5 -> {
                    if (asked && lifecycle.now().isBefore(intervention.moment("reminderAt"))) {
                        var sensible =
                                intervention.moment("reminderAt").isBefore(intervention.moment("consentDeadline"));
                        intervention.at(intervention.moment("reminderAt"));
                        assertThat(ClientsMail.links(intervention, port)).hasSize(links.size() + (sensible ? 1 : 0));
                    }
                }
                default -> {
                    if (chance.nextInt(4) == 0
                            && intervention.tasks(REVISE_REQUEST).isEmpty()) {
                        intervention.changes("project", "CANCEL", "No longer").continues();
                    }
                }
            }
            assertThat(consents(intervention)).hasSize(taken);
        }
    }

    private Map<String, String> draw(Random chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> Map.of("answer", "DECLINED", "reason", "No", "by", "Ana");
            case 1 -> Map.of("answer", "OTHER_WINDOW", "proposed", tenAtNightIn(30), "by", "Ana");
            default -> Map.of("answer", "AGREED", "by", "Ana");
        };
    }

    private String tenAtNightIn(int days) {
        return LocalDate.ofInstant(lifecycle.now(), Lifecycle.MADRID).plusDays(days) + "T22:00";
    }

    private void amend(Intervention intervention, String windowStart) {
        intervention
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", windowStart))
                .continues();
    }

    private Callable<Answer> answer(String link) {
        return () -> post(link, Map.of("answer", "AGREED", "by", "Ana"));
    }

    private Answer post(String link, Map<String, String> fields) {
        return Visit.browser(port).form(link, new HashMap<>(fields));
    }

    private List<String> consents(Intervention intervention) {
        return database.sql("select answer from consent where intervention_key = ?")
                .param(intervention.key())
                .query(String.class)
                .list();
    }
}
