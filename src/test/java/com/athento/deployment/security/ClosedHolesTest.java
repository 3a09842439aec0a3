package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine's REST API offers beside the procedure, and nobody but an admin may use. */
@ApplicationTest
class ClosedHolesTest {

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    private TryOut tryOut;
    private Visit product;
    private Visit colleague;
    private Visit systems;
    private Visit manager;
    private Visit admin;

    @BeforeEach
    void deploy() {
        tryOut = new TryOut(models, runtime, tasks, authorizations);
        product = Visit.by("product", port);
        colleague = Visit.by("product2", port);
        systems = Visit.by("systems", port);
        manager = Visit.by("manager", port);
        admin = Visit.by("admin", port);
    }

    @AfterEach
    void cleanUp() {
        tryOut.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // in the middle, with a key of one's own, with what the form does not have
                "403|{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"deploy\"}]}",
                "400|{\"businessKey\":\"INT-2026-9999-ACME-PRO\"}",
                "400|{\"variables\":{\"requester\":{\"value\":\"manager\"}}}",
                "400|{\"variables\":{\"outcome\":{\"value\":\"DEPLOYED\"}}}",
                "400|{\"variables\":{\"windowStart\":{\"value\":\"2027-01-01T00:00:00.000+0000\",\"type\":\"Date\"}}}",
                "400|{\"variables\":{\"somethingElse\":{\"value\":1}}}",
                "400|{\"variables\":{\"somethingElse\":{\"value\":1,\"valueInfo\":{\"transient\":true}}}}",
            })
    void nobodyStartsBesideTheForm(int status, String body) {
        product.post(TryOut.START, body).isRefused(status);
        if (!body.contains("startInstructions")) {
            product.post(TryOut.START.replace("/start", "/submit-form"), body).isRefused(status);
        }

        assertThat(tryOut.running()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"businessKey\":\"INT-2026-9999-ACME-PRO\" | businessKey: 'INT-2026-9999-ACME-PRO' cannot be chosen",
                "\"variables\":{\"outcome\":{\"value\":\"DEPLOYED\"}} | outcome: this step does not take it; it takes bigChanges",
            })
    void notEvenAnAdminBeginsWithWhatIsNotAsked(String what, String sentence) {
        for (var where :
                List.of("", "\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"asked\"}],")) {
            assertThat(admin.post(TryOut.START, "{%s%s}".formatted(where, what))
                            .isRefused(400)
                            .message())
                    .contains(sentence);
        }
        assertThat(tryOut.running()).isZero();
    }

    @Test
    void nobodyWhoMayNotStartsAtAll() {
        for (var account : List.of("systems", "qa", "manager")) {
            Visit.by(account, port)
                    .post("/engine-rest/process-definition/key/type-4-deployment/start", "{}")
                    .isRefused(403);
        }
        assertThat(tryOut.running()).isZero();
    }

    @Test
    void nobodyWalksAroundATask() {
        var task = tryOut.startedBy(product);
        var instance = tryOut.instanceOf(task);
        var path = "/engine-rest/task/" + task;

        product.post(path + "/bpmnError", "{\"errorCode\":\"TRY_OUT\"}").isRefused(403);
        product.post(path + "/bpmnEscalation", "{\"escalationCode\":\"X\"}").isRefused(403);
        product.post(path + "/resolve", "{}").isRefused(403);
        product.post(path + "/delegate", "{\"userId\":\"product2\"}").isRefused(403);
        product.post(path + "/assignee", "{\"userId\":\"product2\"}").isRefused(403);
        product.post(path + "/identity-links", "{\"userId\":\"qa\",\"type\":\"candidate\"}")
                .isRefused(403);
        product.put(path, "{\"name\":\"x\",\"priority\":1}").isRefused(403);
        product.put(path + "/variables/outcome", "{\"value\":\"DEPLOYED\"}").isRefused(403);
        product.put(path + "/localVariables/outcome", "{\"value\":\"DEPLOYED\"}")
                .isRefused(403);
        product.post(path + "/variables", "{\"modifications\":{\"x\":{\"value\":1}}}")
                .isRefused(403);
        product.delete(path + "/variables/requester").isRefused(403);
        product.delete(path).isRefused(400);
        product.post(path + "/complete", "{\"variables\":{\"outcome\":{\"value\":\"x\"}}}")
                .isRefused(400);
        product.post(path + "/submit-form", "{\"variables\":{\"requester\":{\"value\":\"x\"}}}")
                .isRefused(400);
        product.post("/engine-rest/task/create", "{\"name\":\"x\"}").isRefused(403);

        assertThat(tryOut.isAtFirstTask(task)).isTrue();
        assertThat(runtime.getVariables(instance)).doesNotContainKeys("requester", "outcome");
    }

    @Test
    void nobodyWalksAroundTheInstance() {
        var task = tryOut.startedBy(product);
        var instance = tryOut.instanceOf(task);
        var path = "/engine-rest/process-instance/" + instance;
        var definition = "/engine-rest/process-definition/key/" + TryOut.KEY;

        product.put(definition + "/suspended", "{\"suspended\":true}").isRefused(403);
        manager.put(definition + "/suspended", "{\"suspended\":true}").isRefused(403);
        for (var person : List.of(product, colleague, systems, manager)) {
            person.post(
                            path + "/modification",
                            "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"deploy\"}]}")
                    .isRefused(403);
            person.put(path + "/variables/outcome", "{\"value\":\"DEPLOYED\"}").isRefused(403);
            person.put(path + "/suspended", "{\"suspended\":true}").isRefused(403);
            person.delete(path).isRefused(403);
            person.post(
                            "/engine-rest/message",
                            "{\"messageName\":\"try-out-message\",\"processInstanceId\":\"%s\"}".formatted(instance))
                    .isRefused(403);
            person.post("/engine-rest/execution/" + instance + "/signal", "{}").isRefused(403);
            person.post("/engine-rest/process-instance/delete", "{\"processInstanceIds\":[\"%s\"]}".formatted(instance))
                    .isRefused(403);
        }
        assertThat(tryOut.isAtFirstTask(task)).isTrue();
    }

    @Test
    void nobodyRestartsWhatHasEnded() {
        var task = tryOut.startedBy(product);
        var instance = tryOut.instanceOf(task);
        var definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        runtime.deleteProcessInstance(instance, "for the test");

        var restart =
                "{\"processInstanceIds\":[\"%s\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"deploy\"}]}"
                        .formatted(instance);

        product.post("/engine-rest/process-definition/" + definition + "/restart", restart)
                .isRefused(403);
        manager.post("/engine-rest/process-definition/" + definition + "/restart", restart)
                .isRefused(403);
        assertThat(tryOut.running()).isZero();
    }

    @Test
    void aClaimStaysWithWhoClaimed() {
        var path = "/engine-rest/task/" + tryOut.startedBy(product);

        assertThat(product.post(path + "/claim", "{\"userId\":\"product2\"}")
                        .isRefused(403)
                        .message())
                .contains("everybody claims for themselves");
        product.post(path + "/claim", "{\"userId\":\"product\"}").isFine();

        assertThat(colleague
                        .post(path + "/claim", "{\"userId\":\"product2\"}")
                        .isRefused(409)
                        .message())
                .isEqualTo("'Approve the try-out' is already claimed by product");
        assertThat(colleague.post(path + "/complete", "{}").isRefused(409).message())
                .isEqualTo("'Approve the try-out' is claimed by product; only they can complete it");
        colleague.post(path + "/submit-form", "{}").isRefused(409);
        colleague.post(path + "/claim", "{\"userId\":null}").isRefused(409);
        colleague.post(path + "/claim", "{}").isRefused(409);
        colleague.post(path + "/unclaim", "{}").isRefused(403);

        product.post(path + "/unclaim", "{}").isFine();
        colleague.post(path + "/claim", "{\"userId\":\"product2\"}").isFine();
        colleague.post(path + "/complete", "{}").isFine();
    }

    @Test
    void aTimerIsNeverMoved() {
        var instance = tryOut.instanceOf(tryOut.startedBy(product));
        var timer = jobs.createJobQuery().processInstanceId(instance).singleResult();
        var path = "/engine-rest/job/" + timer.getId();

        for (var person : List.of(product, manager)) {
            person.put(path + "/duedate", "{\"duedate\":\"2026-01-01T00:00:00.000+0000\"}")
                    .isRefused(403);
            person.post(path + "/execute", "{}").isRefused(403);
            person.put(path + "/suspended", "{\"suspended\":true}").isRefused(403);
            person.post(path + "/duedate/recalculate", "{}").isRefused(403);
            person.delete(path).isRefused(403);
        }
        manager.put(path + "/retries", "{\"retries\":1,\"dueDate\":\"2026-01-01T00:00:00.000+0000\"}")
                .isRefused(403);
        manager.put(path + "/retries", "{\"retries\":0}").isRefused(403);
        manager.put(
                        "/engine-rest/job-definition/" + timer.getJobDefinitionId() + "/retries",
                        "{\"retries\":1,\"dueDate\":\"2026-01-01T00:00:00.000+0000\"}")
                .isRefused(403);

        manager.put(path + "/retries", "{\"retries\":2}").isFine();
        assertThat(jobs.createJobQuery().jobId(timer.getId()).singleResult().getDuedate())
                .isEqualTo(timer.getDuedate());
    }

    @Test
    void nobodyRewritesAComment() {
        var path = "/engine-rest/task/" + tryOut.startedBy(product) + "/comment";
        var comment = product.post(path + "/create", "{\"message\":\"Risky\"}")
                .isFine()
                .id();

        colleague
                .put(path, "{\"id\":\"%s\",\"message\":\"Fine\"}".formatted(comment))
                .isRefused(403);
        colleague.delete(path + "/" + comment).isRefused(403);

        assertThat(colleague.get(path).body()).contains("Risky");
    }

    @Test
    void nobodySeesMoreOfTasksOfOthersThanThatTheyWait() {
        var task = tryOut.startedBy(product);
        var path = "/engine-rest/task/" + task;

        systems.get(path).isFine();
        systems.get(path + "/variables").isRefused(403);
        systems.get(path + "/form-variables").isRefused(403);
        systems.get(path + "/comment").isRefused(404);
        assertThat(systems.get("/engine-rest/history/user-operation?taskId=" + task)
                        .body())
                .isEqualTo("[]");
        assertThat(systems.post(path + "/claim", "{\"userId\":\"systems\"}")
                        .isRefused(403)
                        .message())
                .isEqualTo("'systems' may not do this with 'Approve the try-out': it is a task for product");
        systems.post(path + "/complete", "{}").isRefused(403);
        assertThat(systems.get("/engine-rest/process-instance").body()).isEqualTo("[]");
        assertThat(systems.get("/engine-rest/user").body())
                .contains("\"systems\"")
                .doesNotContain("product");
    }

    @Test
    void nobodyChangesRightsFiltersOrModels() {
        product.post(
                        "/engine-rest/authorization/create",
                        "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"product\",\"resourceType\":0,\"resourceId\":\"*\"}")
                .isRefused(403);
        product.post("/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}")
                .isRefused(403);
        product.put("/engine-rest/group/admins/members/product", "").isRefused(403);
        product.post("/engine-rest/user/create", "{\"profile\":{\"id\":\"x\"}}").isRefused(403);
        product.post("/engine-rest/task", "{\"assigneeExpression\":\"${1+1}\"}").isRefused(400);
    }

    @Test
    void nobodyDeletesTheirOwnAccount() {
        var leaver = identity.newUser("leaver");
        leaver.setPassword("demo");
        identity.saveUser(leaver);
        try {
            Visit.by("leaver", port).delete("/engine-rest/user/leaver").isRefused(403);

            assertThat(identity.createUserQuery().userId("leaver").count()).isEqualTo(1);
            admin.delete("/engine-rest/user/leaver").isFine();
        } finally {
            identity.deleteUser("leaver");
        }
    }

    @Test
    void anAdminMayStillHelp() {
        var task = tryOut.startedBy(product);
        var instance = tryOut.instanceOf(task);

        admin.post(
                        "/engine-rest/process-instance/" + instance + "/modification",
                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"deploy\"}]}")
                .isFine();
        admin.post("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"product2\"}")
                .isFine();
        admin.post("/engine-rest/task/" + task + "/bpmnError", "{\"errorCode\":\"TRY_OUT\"}")
                .isFine();

        assertThat(JsonPath.<List<?>>read(systems.get("/engine-rest/task").body(), "$"))
                .isNotEmpty();
    }
}
