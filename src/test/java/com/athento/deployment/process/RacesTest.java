package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DECIDE_WITHOUT_ANSWER;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.LIFECYCLE;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static com.athento.deployment.process.Lifecycle.approval;
import static com.athento.deployment.process.Lifecycle.consent;
import static com.athento.deployment.process.Lifecycle.qa;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.security.Visit.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two people at the same instant, through the engine's REST API: one outcome, no lost reason, one sentence for the
 * loser.
 */
class RacesTest extends PathsTest {

    private static final int TIMES = Integer.getInteger("races.times", 3);

    @Autowired
    JdbcClient database;

    private static final Map<String, Object> FAILED = Map.of("deploymentResult", "FAILED");

    private final SameInstant sameInstant = new SameInstant();
    private OverRest rest;

    @BeforeEach
    void people(@LocalServerPort int port) {
        rest = new OverRest(port);
    }

    @AfterEach
    void home() {
        sameInstant.close();
    }

    @Test
    void twoDenialsKeepBothReasonsOrTellTheSecondWhoWasFirst() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.requested();
            var answers = sameInstant.both(
                    rest.completes(intervention, "product", APPROVE_PRODUCT, approval("product", "DENY", "HIGH")),
                    rest.completes(intervention, "project", APPROVE_PROJECT, approval("project", "DENY", "HIGH")));
            intervention.continues();

            assertEnded(intervention, "DENIED");
            assertThat(reasons(intervention)).hasSize(fine(answers));
            losersAreTold(answers);
            assertThat(intervention.mails()).containsExactly("ending-for-requester to REQUESTER");
        }
    }

    @Test
    void approvalBesideADenialIsKeptAndTheDenialHolds() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.requested();
            var answers = sameInstant.both(
                    rest.completes(intervention, "product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW")),
                    rest.completes(intervention, "project", APPROVE_PROJECT, approval("project", "DENY", "HIGH")));
            intervention.continues();

            assertEnded(intervention, "DENIED");
            assertThat(reasons(intervention)).contains("project says DENY").hasSize(fine(answers));
            losersAreTold(answers);
        }
    }

    @Test
    void bothApproveAndNothingHangs() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.requested();
            var answers = sameInstant.both(
                    rest.completes(intervention, "product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW")),
                    rest.completes(intervention, "project", APPROVE_PROJECT, approval("project", "APPROVE", "HIGH")));
            intervention.continues();

            assertThat(fine(answers)).isEqualTo(2);
            assertWaiting(intervention).containsExactly("obtain-client-consent");
            assertThat(intervention.value("effectiveRisk")).isEqualTo("HIGH");
        }
    }

    @Test
    void cancellationAndStartExcludeEachOther() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.windowOpened();
            var answers = sameInstant.both(
                    rest.completes(intervention, "systems", START_DEPLOYMENT, Map.of("startDecision", "START")),
                    rest.changes(intervention, "CANCEL"));
            intervention.continues();

            assertThat(fine(answers)).isEqualTo(1);
            losersAreTold(answers);
            if (answers.get(0).status() < 300) {
                assertWaiting(intervention).containsExactly(DEPLOY);
                assertThat(intervention.outcome()).isNull();
                assertThat(answers.get(1).message()).contains("the deployment started at");
            } else {
                assertThat(answers.get(0).message()).contains("CANCELLED");
                assertEnded(intervention, "CANCELLED");
            }
        }
    }

    @Test
    void twoStartsAreOne() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.windowOpened();
            var start = rest.completes(intervention, "systems", START_DEPLOYMENT, Map.of("startDecision", "START"));
            var answers = sameInstant.both(start, start);

            assertThat(fine(answers)).isEqualTo(1);
            losersAreTold(answers);
            assertWaiting(intervention.continues()).containsExactly(DEPLOY);
        }
    }

    @Test
    void twoRequestsForOneInstanceGetTheirOwnKeysAndOneFinding() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            lifecycle.now(Lifecycle.MORNING);
            var request = lifecycle.request();
            var submit = rest.starts("support", LIFECYCLE, request);
            var answers = sameInstant.both(submit, submit);

            assertThat(fine(answers)).isEqualTo(2);
            var rows = database.sql("select intervention_key || ' ' || phase from intervention where instance_code = ?")
                    .param(request.get("instanceCode"))
                    .query(String.class)
                    .list();
            assertThat(rows).hasSize(2).doesNotHaveDuplicates();
            assertThat(rows.stream().map(row -> row.split(" ")[1])).containsExactlyInAnyOrder("APPROVAL", "REQUEST");
        }
    }

    /**
     * A step that waits for two people.
     *
     * @param people of whom each may answer; the same person twice has two windows open
     */
    private record Step(
            String element, Function<Lifecycle, Intervention> stage, Map<String, ?> answer, List<String> people) {

        @Override
        public String toString() {
            return "%s, %s".formatted(element, String.join(" and ", people));
        }
    }

    private static Step step(
            String element, Function<Lifecycle, Intervention> stage, Map<String, ?> answer, String... people) {
        return new Step(element, stage, answer, List.of(people));
    }

    private static Stream<Step> steps() {
        return Stream.of(
                step(
                        APPROVE_PRODUCT,
                        Lifecycle::requested,
                        approval("product", "APPROVE", "LOW"),
                        "product",
                        "product2"),
                step(
                        APPROVE_PROJECT,
                        Lifecycle::requested,
                        approval("project", "APPROVE", "LOW"),
                        "project",
                        "project2"),
                step(
                        REVISE_REQUEST,
                        RacesTest::toBeRevised,
                        Map.of("requesterDecision", "WITHDRAW"),
                        "support",
                        "project"),
                step(OBTAIN_CLIENT_CONSENT, Lifecycle::approved, consent("AGREED"), "project", "project2"),
                step(
                        DECIDE_WITHOUT_ANSWER,
                        RacesTest::unanswered,
                        Map.of("noAnswerDecision", "CANCEL", "noAnswerReason", "Silence"),
                        "project",
                        "project2"),
                step(START_DEPLOYMENT, Lifecycle::windowOpened, Map.of("startDecision", "START"), "systems", "admin"),
                step(DEPLOY, Lifecycle::started, Map.of("deploymentResult", "DEPLOYED"), "systems", "systems"),
                step(RUN_QA_BATTERY, Lifecycle::deployed, qa(100, 100, 0, 0, 0, true), "qa", "admin"),
                step(
                        ACCEPT_OR_HOTFIX,
                        life -> life.deployed().battery(100, 90, 10),
                        Map.of("hotfixDecision", "ACCEPT"),
                        "product",
                        "manager"),
                step(APPLY_HOTFIX, RacesTest::toBeFixed, Map.of("hotfixReference", "HF-77"), "systems", "systems"),
                step(
                        ROLL_BACK,
                        life -> life.started().completes("systems", DEPLOY, FAILED),
                        Map.of("runningVersion", "PREVIOUS"),
                        "systems",
                        "admin"),
                step(
                        RECOVER_INSTANCE,
                        life -> life.started()
                                .completes("systems", DEPLOY, FAILED)
                                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEITHER")),
                        Map.of("runningVersion", "PREVIOUS"),
                        "systems",
                        "manager"),
                step(
                        WATCH_OVER_USERS,
                        Lifecycle::inSupport,
                        Map.of("endEarlyReason", "All is well"),
                        "support",
                        "support2"),
                step(
                        RESOLVE_INCIDENT,
                        life -> life.inSupport().reports("Slow", "MINOR"),
                        Map.of("incidentResolution", "SOLVED", "resolutionNotes", "Done"),
                        "support",
                        "support2"),
                step(
                        CONFIRM_ROLLBACK,
                        RacesTest::rollbackDemanded,
                        Map.of("rollbackConfirmed", true),
                        "manager",
                        "manager"),
                step(
                        CLOSE_INTERVENTION,
                        Lifecycle::supported,
                        Map.of("closingText", "Done", "closingTeam", "SUPPORT"),
                        "support",
                        "support2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void twoAnswersAtOneStepAreOneAndTheOtherHearsWhose(Step step) throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = step.stage().apply(lifecycle);
            lifecycle.unclaims(intervention.task(step.element()));
            var answers = sameInstant.both(answerBy(step, 0, intervention), answerBy(step, 1, intervention));

            assertThat(fine(answers)).as("%s", answers).isEqualTo(1);
            var lost = answers.get(0).status() < 300 ? 1 : 0;
            var winner = step.people().get(1 - lost);
            assertThat(answers.get(lost).isRefused(409).message())
                    .contains("is already completed by "
                            + (winner.equals(step.people().get(lost)) ? "you" : winner))
                    .doesNotContain("try again");
            assertThat(intervention.continues().tasks(step.element())).isEmpty();
        }
    }

    private Callable<Answer> answerBy(Step step, int person, Intervention intervention) {
        return rest.completes(intervention, step.people().get(person), step.element(), step.answer());
    }

    private static Intervention toBeRevised(Lifecycle life) {
        return life.approved().changes("project", "RESCHEDULE", "Auditors").continues();
    }

    private static Intervention unanswered(Lifecycle life) {
        var intervention = life.approved();
        return intervention.at(intervention.moment("consentDeadline"));
    }

    private static Intervention toBeFixed(Lifecycle life) {
        return life.deployed()
                .battery(100, 90, 10)
                .completes(
                        "product",
                        ACCEPT_OR_HOTFIX,
                        Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Login is slow"));
    }

    private static Intervention rollbackDemanded(Lifecycle life) {
        return life.inSupport()
                .reports("Documents are lost", "BLOCKER")
                .completes(
                        "support",
                        RESOLVE_INCIDENT,
                        Map.of("incidentResolution", "ROLL_BACK", "resolutionNotes", "Lost more"));
    }

    private static int fine(List<Answer> answers) {
        return (int) answers.stream().filter(answer -> answer.status() < 300).count();
    }

    private static void losersAreTold(List<Answer> answers) {
        answers.stream().filter(answer -> answer.status() >= 300).forEach(answer -> answer.isRefused(409));
    }

    private List<String> reasons(Intervention intervention) {
        return database.sql("select reason from approval where intervention_key = ?")
                .param(intervention.key())
                .query(String.class)
                .list();
    }
}
