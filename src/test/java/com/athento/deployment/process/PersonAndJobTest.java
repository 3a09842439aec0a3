package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static com.athento.deployment.process.Elements.DECIDE_WITHOUT_ANSWER;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.NOTIFY_USERS;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
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
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A person acts in the very instant in which a job of the same intervention commits: a timer, or a step of a mail. The
 * application repeats whichever of the two lost, so that the person's first attempt succeeds wherever the step is still
 * there afterwards; where it is not, they hear what holds. {@code -Draces.times=25} hunts longer.
 */
class PersonAndJobTest extends PathsTest {

    private static final int TIMES = Integer.getInteger("races.times", 3);

    /** The request and the job meet somewhere within this time. */
    private static final Duration APART = Duration.ofMillis(16);

    private static final Map<String, Object> AGREED = consent("AGREED");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private final SameInstant sameInstant = new SameInstant();
    private final Random chance = new Random(7);

    @AfterEach
    void home() {
        sameInstant.close();
    }

    /**
     * @param stage where both meet
     * @param job the element whose job is due there
     * @param person what somebody does
     * @param mayBeTooLate whether the job may take the step away
     */
    private record Race(
            String name,
            Function<Lifecycle, Intervention> stage,
            String job,
            BiFunction<OverRest, Intervention, Callable<Answer>> person,
            boolean mayBeTooLate) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Race> races() {
        return Stream.of(
                race(
                        "product approves and is reminded",
                        at("reminderAt", Lifecycle::requested),
                        APPROVE_PRODUCT,
                        completes("product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"))),
                race(
                        "product approves and project is reminded",
                        at("reminderAt", Lifecycle::requested),
                        APPROVE_PROJECT,
                        completes("product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"))),
                race(
                        "product claims and is reminded",
                        at("reminderAt", Lifecycle::requested),
                        APPROVE_PRODUCT,
                        claims("product", APPROVE_PRODUCT)),
                race(
                        "project approves while product's yes goes on",
                        life -> life.requested()
                                .completes("product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW")),
                        APPROVE_PRODUCT,
                        completes("project", APPROVE_PROJECT, approval("project", "APPROVE", "LOW"))),
                late(
                        "project approves while product's no goes on",
                        life -> life.requested()
                                .completes("product", APPROVE_PRODUCT, approval("product", "DENY", "LOW")),
                        APPROVE_PRODUCT,
                        completes("project", APPROVE_PROJECT, approval("project", "APPROVE", "LOW"))),
                late(
                        "product approves at the consent deadline",
                        at("consentDeadline", Lifecycle::requested),
                        "too-late-for-consent",
                        completes("product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"))),
                late(
                        "reschedules at the consent deadline of the approval",
                        at("consentDeadline", Lifecycle::requested),
                        "too-late-for-consent",
                        changes("RESCHEDULE")),
                race(
                        "reschedules while the question leaves",
                        PersonAndJobTest::approvedButNotAsked,
                        "ask-client-consent",
                        changes("RESCHEDULE")),
                race(
                        "cancels while the question leaves",
                        PersonAndJobTest::approvedButNotAsked,
                        "ask-client-consent",
                        changes("CANCEL")),
                race(
                        "project records the yes and the contact is reminded",
                        at("reminderAt", Lifecycle::approved),
                        OBTAIN_CLIENT_CONSENT,
                        completes("project", OBTAIN_CLIENT_CONSENT, AGREED)),
                race(
                        "project records the yes at the deadline",
                        at("consentDeadline", Lifecycle::approved),
                        "consent-overdue",
                        completes("project", OBTAIN_CLIENT_CONSENT, AGREED)),
                race(
                        "project claims at the deadline",
                        at("consentDeadline", Lifecycle::approved),
                        "consent-overdue",
                        claims("project", OBTAIN_CLIENT_CONSENT)),
                race(
                        "reschedules at the deadline",
                        at("consentDeadline", Lifecycle::approved),
                        "consent-overdue",
                        changes("RESCHEDULE")),
                race(
                        "cancels at the deadline",
                        at("consentDeadline", Lifecycle::approved),
                        "consent-overdue",
                        changes("CANCEL")),
                late(
                        "decides without an answer as the window lapses",
                        life -> {
                            var it = life.approved();
                            it.at(it.moment("consentDeadline"));
                            life.now(it.moment("windowStart"));
                            return it;
                        },
                        "window-lapsed",
                        completes(
                                "project",
                                DECIDE_WITHOUT_ANSWER,
                                Map.of("noAnswerDecision", "CANCEL", "noAnswerReason", "Silence"))),
                late(
                        "reschedules as the window lapses",
                        life -> {
                            var it = life.approved();
                            it.at(it.moment("consentDeadline"));
                            life.now(it.moment("windowStart"));
                            return it;
                        },
                        "window-lapsed",
                        changes("RESCHEDULE")),
                race(
                        "cancels while the confirmation leaves",
                        life -> life.approved().completes("project", OBTAIN_CLIENT_CONSENT, AGREED),
                        "confirm-window",
                        changes("CANCEL")),
                race(
                        "reschedules as the notice is due",
                        at("noticeAt", Lifecycle::agreed),
                        "notice-due",
                        changes("RESCHEDULE")),
                race("cancels while the notice leaves", PersonAndJobTest::noticeDue, NOTIFY_USERS, changes("CANCEL")),
                race(
                        "reschedules as the window opens",
                        PersonAndJobTest::windowDue,
                        "window-opened",
                        changes("RESCHEDULE")),
                race(
                        "starts while the notice leaves",
                        PersonAndJobTest::windowOpenedBesideTheNotice,
                        NOTIFY_USERS,
                        completes("systems", START_DEPLOYMENT, Map.of("startDecision", "START"))),
                race(
                        "claims the start while the notice leaves",
                        PersonAndJobTest::windowOpenedBesideTheNotice,
                        NOTIFY_USERS,
                        claims("systems", START_DEPLOYMENT)),
                race(
                        "deploys at the point of no return",
                        at("pointOfNoReturn", Lifecycle::started),
                        "point-of-no-return",
                        completes("systems", DEPLOY, Map.of("deploymentResult", "DEPLOYED"))),
                race(
                        "fails to deploy at the point of no return",
                        at("pointOfNoReturn", Lifecycle::started),
                        "point-of-no-return",
                        completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))),
                race(
                        "deploys while managers are alerted",
                        PersonAndJobTest::alerting,
                        "alert-managers",
                        completes("systems", DEPLOY, Map.of("deploymentResult", "DEPLOYED"))),
                race(
                        "passes at the point of no return",
                        at("pointOfNoReturn", Lifecycle::deployed),
                        "point-of-no-return",
                        completes("qa", RUN_QA_BATTERY, qa(100, 100, 0, 0, 0, true))),
                race(
                        "does not pass at the point of no return",
                        at("pointOfNoReturn", Lifecycle::deployed),
                        "point-of-no-return",
                        completes("qa", RUN_QA_BATTERY, qa(100, 10, 90, 0, 0, true))),
                race(
                        "rolls back while managers are alerted",
                        life -> alerting(life).completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED")),
                        "alert-managers",
                        completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"))),
                race(
                        "recovers while managers are called",
                        life -> life.started()
                                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEITHER")),
                        "call-managers",
                        completes("systems", RECOVER_INSTANCE, Map.of("runningVersion", "PREVIOUS"))),
                race(
                        "ends support while the result leaves",
                        life -> life.deployed().battery(100, 100, 0),
                        "announce-result",
                        completes("support", WATCH_OVER_USERS, Map.of("endEarlyReason", "All is well"))),
                race(
                        "reports an incident while the result leaves",
                        life -> life.deployed().battery(100, 100, 0),
                        "announce-result",
                        OverRest::reports),
                race(
                        "resolves an incident while the result leaves",
                        life -> life.deployed().battery(100, 100, 0).reports("Slow", "MINOR"),
                        "announce-result",
                        completes(
                                "support",
                                RESOLVE_INCIDENT,
                                Map.of("incidentResolution", "SOLVED", "resolutionNotes", "Index rebuilt"))),
                race(
                        "closes while the result leaves",
                        life -> life.deployed()
                                .battery(100, 100, 0)
                                .completes("support", WATCH_OVER_USERS, Map.of("endEarlyReason", "All is well")),
                        "announce-result",
                        completes(
                                "support",
                                CLOSE_INTERVENTION,
                                Map.of("closingText", "Done", "closingTeam", "SUPPORT"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void theFirstAttemptOfAPersonSucceeds(Race race) throws Exception {
        var tooLate = 0;
        for (int time = 0; time < TIMES; time++) {
            var intervention = race.stage().apply(lifecycle);
            var job = intervention.jobOf(race.job());
            var answer = sameInstant
                    .both(apart(race.person().apply(new OverRest(port), intervention)), apart(() -> {
                        intervention.runsAsTheExecutor(job);
                        return null;
                    }))
                    .get(0);

            if (answer.status() >= 300) {
                tooLate++;
                assertThat(race.mayBeTooLate())
                        .as("%s: %s", race, answer.body())
                        .isTrue();
                assertThat(answer.isRefused(409).message()).doesNotContain("somebody else", "claimed by", "try again");
            }
            isStillDue(job);
            intervention.continues();
        }
        System.out.printf("%s: %d of %d first attempts too late%n", race, tooLate, TIMES);
    }

    /** A job that lost runs again at once, and is no step nearer to an incident. */
    private void isStillDue(Job job) {
        var left = engine.getManagementService()
                .createJobQuery()
                .jobId(job.getId())
                .singleResult();
        if (left != null) {
            assertThat(left.getRetries()).isEqualTo(job.getRetries());
            assertThat(left.getExceptionMessage()).isNull();
            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .jobId(job.getId())
                            .executable()
                            .count())
                    .isEqualTo(1);
        }
    }

    private <T> Callable<T> apart(Callable<T> action) {
        var pause = chance.nextLong(APART.toNanos());
        return () -> {
            LockSupport.parkNanos(pause);
            return action.call();
        };
    }

    // Stages.

    private static Function<Lifecycle, Intervention> at(String moment, Function<Lifecycle, Intervention> stage) {
        return life -> {
            var intervention = stage.apply(life);
            life.now(intervention.moment(moment));
            return intervention;
        };
    }

    private static Intervention approvedButNotAsked(Lifecycle life) {
        return life.requested()
                .completes("product", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"))
                .completes("project", APPROVE_PROJECT, approval("project", "APPROVE", "LOW"))
                .continuesUntil("ask-client-consent");
    }

    private static Intervention noticeDue(Lifecycle life) {
        var intervention = life.agreed();
        life.now(intervention.moment("noticeAt"));
        return intervention.runs("notice-due");
    }

    private static Intervention windowDue(Lifecycle life) {
        var intervention = life.agreed();
        intervention.at(intervention.moment("noticeAt"));
        life.now(intervention.moment("windowStart"));
        return intervention;
    }

    private static Intervention windowOpenedBesideTheNotice(Lifecycle life) {
        var intervention = life.agreed();
        life.now(intervention.moment("windowStart"));
        return intervention.runs("notice-due").runs("window-opened");
    }

    private static Intervention alerting(Lifecycle life) {
        var intervention = life.started();
        life.now(intervention.moment("pointOfNoReturn"));
        return intervention.runs("point-of-no-return");
    }

    // People.

    private static Race race(
            String name,
            Function<Lifecycle, Intervention> stage,
            String job,
            BiFunction<OverRest, Intervention, Callable<Answer>> person) {
        return new Race(name, stage, job, person, false);
    }

    private static Race late(
            String name,
            Function<Lifecycle, Intervention> stage,
            String job,
            BiFunction<OverRest, Intervention, Callable<Answer>> person) {
        return new Race(name, stage, job, person, true);
    }

    private static BiFunction<OverRest, Intervention, Callable<Answer>> completes(
            String person, String element, Map<String, Object> answer) {
        return (rest, intervention) -> rest.completes(intervention, person, element, answer);
    }

    private static BiFunction<OverRest, Intervention, Callable<Answer>> claims(String person, String element) {
        return (rest, intervention) -> rest.claims(intervention, person, element);
    }

    private static BiFunction<OverRest, Intervention, Callable<Answer>> changes(String change) {
        return (rest, intervention) -> rest.changes(intervention, change);
    }
}
