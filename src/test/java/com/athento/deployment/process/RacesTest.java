package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static com.athento.deployment.process.Lifecycle.approval;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two people at the same instant, through the engine's REST API: one outcome, no lost reason, one
 * sentence for the loser.
 */
class RacesTest extends PathsTest {

    private static final int TIMES = 50;

    @LocalServerPort int port;

    @Autowired JdbcClient database;

    private final SameInstant sameInstant = new SameInstant();

    @AfterEach
    void home() {
        sameInstant.close();
    }

    @Test
    void twoDenialsKeepBothReasonsOrTellTheSecondWhoWasFirst() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var intervention = lifecycle.requested();
            var answers =
                    atTheSameInstant(
                            completion(
                                    intervention,
                                    "product",
                                    APPROVE_PRODUCT,
                                    approval("product", "DENY", "HIGH")),
                            completion(
                                    intervention,
                                    "project",
                                    APPROVE_PROJECT,
                                    approval("project", "DENY", "HIGH")));
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
            var answers =
                    atTheSameInstant(
                            completion(
                                    intervention,
                                    "product",
                                    APPROVE_PRODUCT,
                                    approval("product", "APPROVE", "LOW")),
                            completion(
                                    intervention,
                                    "project",
                                    APPROVE_PROJECT,
                                    approval("project", "DENY", "HIGH")));
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
            var answers =
                    atTheSameInstant(
                            completion(
                                    intervention,
                                    "product",
                                    APPROVE_PRODUCT,
                                    approval("product", "APPROVE", "LOW")),
                            completion(
                                    intervention,
                                    "project",
                                    APPROVE_PROJECT,
                                    approval("project", "APPROVE", "HIGH")));
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
            var cancel =
                    Map.<String, Object>of(
                            "intervention",
                            intervention.key(),
                            "change",
                            "CANCEL",
                            "changeReason",
                            "Not today");
            var answers =
                    atTheSameInstant(
                            completion(
                                    intervention,
                                    "systems",
                                    START_DEPLOYMENT,
                                    Map.of("startDecision", "START")),
                            () ->
                                    Visit.by("project", port)
                                            .post(
                                                    "/engine-rest/process-definition/key/change-intervention/start",
                                                    variables(cancel)));
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
            var start =
                    completion(
                            intervention,
                            "systems",
                            START_DEPLOYMENT,
                            Map.of("startDecision", "START"));
            var answers = atTheSameInstant(start, start);

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
            Callable<Answer> submit =
                    () ->
                            Visit.by("support", port)
                                    .post(
                                            "/engine-rest/process-definition/key/type-4-deployment/start",
                                            variables(request));
            var answers = atTheSameInstant(submit, submit);

            assertThat(fine(answers)).isEqualTo(2);
            var rows =
                    database.sql(
                                    "select intervention_key || ' ' || phase from intervention where instance_code = ?")
                            .param(request.get("instanceCode"))
                            .query(String.class)
                            .list();
            assertThat(rows).hasSize(2).doesNotHaveDuplicates();
            assertThat(rows.stream().map(row -> row.split(" ")[1]))
                    .containsExactlyInAnyOrder("APPROVAL", "REQUEST");
        }
    }

    private Callable<Answer> completion(
            Intervention intervention, String person, String element, Map<String, Object> answer) {
        var task = intervention.task(element).getId();
        var body = variables(answer);
        return () -> Visit.by(person, port).post("/engine-rest/task/" + task + "/complete", body);
    }

    private List<Answer> atTheSameInstant(Callable<Answer> first, Callable<Answer> second)
            throws Exception {
        return sameInstant.both(first, second);
    }

    private static int fine(List<Answer> answers) {
        return (int) answers.stream().filter(answer -> answer.status() < 300).count();
    }

    private static void losersAreTold(List<Answer> answers) {
        answers.stream()
                .filter(answer -> answer.status() >= 300)
                .forEach(answer -> answer.isRefused(409));
    }

    private List<String> reasons(Intervention intervention) {
        return database.sql("select reason from approval where intervention_key = ?")
                .param(intervention.key())
                .query(String.class)
                .list();
    }

    private static String variables(Map<String, Object> values) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(
                            Map.of(
                                    "variables",
                                    values.entrySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Map.Entry::getKey,
                                                            value ->
                                                                    Map.of(
                                                                            "value",
                                                                            value.getValue())))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
