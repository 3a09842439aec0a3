package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.security.Visit.Part;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Text from outside stays text: as every role, through every door that takes some. What counts is whether {@link Trap}
 * sprang, not what the door answered.
 */
@ApplicationTest
class TextIsNeverCodeTest {

    private static final String EXPRESSION = "${''.getClass().forName('%s').newInstance()}".formatted(Trap.NAME);

    /** Thymeleaf evaluates this where a name of a view or a fragment is made of text. */
    private static final String FRAGMENT = "__${new %s()}__::.x".formatted(Trap.NAME);

    private static final String OBJECT =
            "{\"value\":\"\\\"x\\\"\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"%s\",\"serializationDataFormat\":\"application/json\"}}"
                    .formatted(Trap.NAME);

    private static final String EXPRESSION_AS_VALUE = "{\"value\":\"%s\",\"type\":\"String\"}".formatted(EXPRESSION);

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    ManagementService jobs;

    @Autowired
    AuthorizationService authorizations;

    private final List<String> sprung = new ArrayList<>();
    private TryOut tryOut;
    private String task;
    private String instance;
    private String filter;

    @BeforeEach
    void start() {
        tryOut = new TryOut(models, runtime, tasks, authorizations);
        task = tryOut.startedBy(Visit.by("product", port));
        instance = tryOut.instanceOf(task);
        filter = filters.createTaskFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        Trap.sprang();
    }

    @AfterEach
    void cleanUp() {
        tryOut.close();
        models.createDeploymentQuery()
                .deploymentName("trap")
                .list()
                .forEach(trap -> models.deleteDeployment(trap.getId(), true));
        filters.createTaskFilterQuery().filterName("trap").list().forEach(trap -> filters.deleteFilter(trap.getId()));
        tasks.createTaskQuery().taskName("trap").list().forEach(trap -> tasks.deleteTask(trap.getId(), true));
    }

    @Test
    void theTrapSpringsWhereTextIsCode() throws Exception {
        var stock = new JuelExpressionManager();
        stock.createValueExpression(EXPRESSION)
                .getValue(stock.createElContext(Variables.createVariables().asVariableContext()));
        assertThat(Trap.sprang()).isTrue();

        new ObjectMapper().readValue("\"x\"", Trap.class);
        assertThat(Trap.sprang()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "project", "support", "systems", "qa", "manager", "admin"})
    void nobodyRunsCodeThroughTheEnginesDoors(String account) {
        var machine = Visit.by(account, port);
        everyDoor(machine, "/engine-rest");

        var browser = Visit.browser(port);
        browser.logsIn(account, "demo");
        browser.get("/camunda/app/tasklist/default/");
        browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
        everyDoor(browser, "/camunda/api/engine/engine/default");

        assertThat(sprung).isEmpty();
    }

    private void everyDoor(Visit person, String api) {
        queries(person, api);
        filters(person, api);
        variables(person, api);
        fieldsOfTasks(person, api);
        bodies(person, api);
    }

    private void queries(Visit person, String api) {
        for (var query : queries("assigneeExpression", EXPRESSION)) {
            tried(query, person.post(api + "/task", query));
            tried("count of " + query, person.post(api + "/task/count", query));
        }
        tried("query in the address", person.get(api + "/task?assigneeExpression=" + encoded(EXPRESSION)));
    }

    private void filters(Visit person, String api) {
        var path = api + "/filter/" + filter;
        for (var query : queries("assigneeExpression", EXPRESSION)) {
            tried("list with " + query, person.post(path + "/list", query));
            tried("count with " + query, person.post(path + "/count", query));
            tried("single result with " + query, person.post(path + "/singleResult", query));

            var stored =
                    "{\"resourceType\":\"Task\",\"name\":\"trap\",\"query\":%s,\"properties\":{}}".formatted(query);
            person.post(api + "/filter/create", stored);
            for (var present :
                    filters.createTaskFilterQuery().filterName("trap").list()) {
                tried("stored " + query, person.get(api + "/filter/" + present.getId() + "/list"));
                tried("count of stored " + query, person.get(api + "/filter/" + present.getId() + "/count"));
            }
        }
    }

    private void variables(Visit person, String api) {
        for (var scope : List.of(
                "/task/" + task + "/variables",
                "/task/" + task + "/localVariables",
                "/task/none/variables",
                "/process-instance/" + instance + "/variables",
                "/process-instance/none/variables",
                "/execution/" + instance + "/localVariables")) {
            tried(
                    "file for " + scope,
                    person.parts(
                            api + scope + "/x/data",
                            List.of(
                                    new Part("data", "x.json", "application/json", "\"x\""),
                                    new Part("type", "", "text/plain", Trap.NAME))));
            person.put(api + scope + "/x", OBJECT);
            tried("object in " + scope, person.get(api + scope + "/x?deserializeValue=true"));
            tried("objects in " + scope, person.get(api + scope + "?deserializeValues=true"));
        }
        tried("objects of all", person.get(api + "/variable-instance?processInstanceIdIn=" + instance));
        tried("objects past", person.get(api + "/history/variable-instance?processInstanceId=" + instance));
        for (var value : List.of(OBJECT, EXPRESSION_AS_VALUE)) {
            var body = "{\"variables\":{\"productReason\":%s}}".formatted(value);
            tried("start with " + value, person.post(api + TryOut.START.substring(12), body));
            tried("completion with " + value, person.post(api + "/task/" + task + "/complete", body));
            tried(
                    "decision with " + value,
                    person.post(
                            api + "/decision-definition/key/deployment-type/evaluate",
                            "{\"variables\":{\"changeKind\":%s}}".formatted(value)));
            tried(
                    "message with " + value,
                    person.post(
                            api + "/message",
                            "{\"messageName\":\"%s\",\"businessKey\":\"%s\",\"processVariables\":{\"x\":%s}}"
                                    .formatted(EXPRESSION, EXPRESSION, value)));
            tried(
                    "signal with " + value,
                    person.post(
                            api + "/signal",
                            "{\"name\":\"%s\",\"variables\":{\"x\":%s}}".formatted(EXPRESSION, value)));
        }
    }

    private void fieldsOfTasks(Visit person, String api) {
        var fields =
                "{\"name\":\"trap\",\"description\":\"%1$s\",\"owner\":\"%1$s\",\"assignee\":\"%1$s\",\"formKey\":\"%1$s\",\"due\":\"%1$s\"}"
                        .formatted(EXPRESSION);
        person.post(api + "/task/create", fields.replace(",\"due\":\"%s\"".formatted(EXPRESSION), ""));
        person.put(api + "/task/" + task, fields);
        person.post(api + "/task/" + task + "/comment/create", "{\"message\":\"%s\"}".formatted(EXPRESSION));
        for (var shown : List.of("", "/form", "/rendered-form", "/form-variables", "/comment")) {
            tried("task" + shown, person.get(api + "/task/" + task + shown));
        }
        tried("tasks", person.get(api + "/task"));
    }

    /** Bodies that carry text to where something is evaluated later. */
    private void bodies(Visit person, String api) {
        var definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(TryOut.KEY)
                .singleResult()
                .getId();
        var instances = "\"processInstanceIds\":[\"%s\"],\"skipCustomListeners\":false".formatted(instance);
        for (var path : Map.of(
                        "/process-instance/variables-async",
                        "{%s,\"variables\":{\"x\":%s}}".formatted(instances, OBJECT),
                        "/process-instance/message-async",
                        "{%s,\"messageName\":\"%s\",\"variables\":{\"x\":%s}}".formatted(instances, EXPRESSION, OBJECT),
                        "/migration/validate",
                        "{\"sourceProcessDefinitionId\":\"%1$s\",\"targetProcessDefinitionId\":\"%1$s\",\"instructions\":[],\"variables\":{\"x\":%2$s}}"
                                .formatted(definition, OBJECT),
                        "/migration/executeAsync",
                        "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"%1$s\",\"targetProcessDefinitionId\":\"%1$s\",\"instructions\":[],\"variables\":{\"x\":%2$s}},%3$s}"
                                .formatted(definition, OBJECT, instances),
                        "/modification/executeAsync",
                        "{\"processDefinitionId\":\"%s\",%s,\"annotation\":\"%s\",\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"deploy\",\"variables\":{\"x\":%s}}]}"
                                .formatted(definition, instances, EXPRESSION, OBJECT),
                        "/condition",
                        "{\"variables\":{\"x\":%s}}".formatted(OBJECT))
                .entrySet()) {
            tried(path.getKey(), person.post(api + path.getKey(), path.getValue()));
        }
        for (var batch : jobs.createBatchQuery().list()) {
            run(batch.getSeedJobDefinitionId());
            run(batch.getBatchJobDefinitionId());
        }
        tried("what the batches left", person.get(api + "/variable-instance"));
        for (var batch : jobs.createBatchQuery().list()) {
            jobs.deleteBatch(batch.getId(), true);
        }
    }

    private void run(String definition) {
        for (var job : jobs.createJobQuery().jobDefinitionId(definition).list()) {
            try {
                jobs.executeJob(job.getId());
            } catch (RuntimeException refused) {
                // What was refused did nothing.
            }
        }
    }

    @Test
    void noQueryTakesAnExpressionInAnyOfItsFields() {
        var names = new TreeSet<String>();
        for (var method : TaskQueryDto.class.getMethods()) {
            if (method.getName().matches("set\\w+Expression")) {
                names.add(Character.toLowerCase(method.getName().charAt(3))
                        + method.getName().substring(4));
            }
        }
        assertThat(names).hasSizeGreaterThan(15);

        for (var person : List.of(Visit.by("product", port), Visit.by("admin", port))) {
            for (var name : names) {
                for (var query : queries(name, EXPRESSION)) {
                    var message = person.post("/engine-rest/task", query)
                            .isRefused(400)
                            .message();
                    assertThat(message).as(query).contains("is an expression");
                    tried(query, null);
                }
            }
        }
        assertThat(sprung).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a class|<bpmn:serviceTask id='x' camunda:class='TRAP'/>",
                "an expression|<bpmn:serviceTask id='x' camunda:expression='EXPRESSION'/>",
                "a delegate made of text|<bpmn:serviceTask id='x' camunda:delegateExpression='EXPRESSION'/>",
                "a shell|<bpmn:serviceTask id='x' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command'><camunda:string>touch</camunda:string></camunda:field><camunda:field name='arg1'><camunda:string>FILE</camunda:string></camunda:field><camunda:field name='wait'><camunda:string>true</camunda:string></camunda:field></bpmn:extensionElements></bpmn:serviceTask>",
                "a script|<bpmn:scriptTask id='x' scriptFormat='juel'><bpmn:script>EXPRESSION</bpmn:script></bpmn:scriptTask>",
                "a parameter|<bpmn:serviceTask id='x' camunda:expression='ok'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='p'>EXPRESSION</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                "a script as parameter|<bpmn:serviceTask id='x' camunda:expression='ok'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='p'><camunda:script scriptFormat='juel'>EXPRESSION</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                "a listener|<bpmn:userTask id='x'><bpmn:extensionElements><camunda:taskListener event='create' class='TRAP'/></bpmn:extensionElements></bpmn:userTask>",
                "a listening script|<bpmn:userTask id='x'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>EXPRESSION</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:userTask>",
                "a handler of forms|<bpmn:userTask id='x' camunda:formHandlerClass='TRAP'/>",
                "a name|<bpmn:userTask id='x' name='EXPRESSION' camunda:assignee='EXPRESSION' camunda:dueDate='EXPRESSION'/>",
                "a property|<bpmn:userTask id='x' name='${execution.processInstanceId}${execution.class.name}'/>",
            })
    void noModelBringsCode(String what, String element, @TempDir Path folder) {
        var file = folder.resolve("written");
        var model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="traps" targetNamespace="trap">
                  <bpmn:process id="trap" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x"/>%s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(element.replace("'", "\"")
                .replace("EXPRESSION", EXPRESSION.replace("''", "&apos;&apos;"))
                .replace("TRAP", Trap.NAME)
                .replace("FILE", file.toString()));
        for (var account : List.of("product", "manager", "admin")) {
            var person = Visit.by(account, port);
            var deployed = deploy(person, "trap.bpmn", model);
            if (deployed.status() == 200) {
                assertThat(account).isEqualTo("admin");
                person.post("/engine-rest/process-definition/key/trap/start", "{}");
            }
        }

        assertThat(Trap.sprang()).as(what).isFalse();
        assertThat(Files.exists(file)).as(what).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"juel", "javascript", "groovy", "feel"})
    void noTableBringsCode(String language) {
        var table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="traps" name="traps" namespace="trap">
                  <decision id="trap" name="trap" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t"><input id="i"><inputExpression id="e" typeRef="string" expressionLanguage="%1$s"><text>%2$s</text></inputExpression></input>
                      <output id="o" name="o" typeRef="string"/>
                      <rule id="r"><inputEntry id="ie"><text></text></inputEntry><outputEntry id="oe" expressionLanguage="%1$s"><text>%2$s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(language, EXPRESSION);
        var admin = Visit.by("admin", port);
        deploy(admin, "trap.dmn", table);
        admin.post("/engine-rest/decision-definition/key/trap/evaluate", "{\"variables\":{}}");

        assertThat(Trap.sprang()).isFalse();
    }

    @Test
    void noCaseIsDeployed() {
        assertThat(deploy(Visit.by("admin", port), "trap.cmmn", "<definitions/>")
                        .isRefused(400)
                        .message())
                .isEqualTo("'trap.cmmn' is a case model; only processes (.bpmn) and decisions (.dmn) run here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/interventions?phase=",
                "/interventions?instance=",
                "/interventions/",
                "/api/interventions/",
                "/api/instances/",
                "/go/task/",
                "/go/",
                "/status/",
                "/consent/",
                "/login?error=",
                "/demo/inbox?to=",
                "/?lang=",
            })
    void noPageIsMadeOfText(String page) {
        for (var text : List.of(EXPRESSION, FRAGMENT, "#{" + FRAGMENT + "}", "{0}" + FRAGMENT)) {
            var browser = Visit.browser(port).with("Accept-Language", "en");
            browser.get(page + encoded(text));
            browser.logsIn("admin", "demo");
            browser.get(page + encoded(text));
            tried(page + text, null);
        }
        assertThat(sprung).isEmpty();
    }

    private static Visit.Answer deploy(Visit person, String name, String model) {
        return person.parts(
                "/engine-rest/deployment/create",
                List.of(
                        new Part("deployment-name", "", "text/plain", "trap"),
                        new Part("file", name, "application/octet-stream", model)));
    }

    /** The same condition at each depth that a query has. */
    private static List<String> queries(String field, String value) {
        var plain = "{\"%s\":\"%s\"}".formatted(field, value);
        return List.of(
                plain,
                "{\"orQueries\":[%s]}".formatted(plain),
                "{\"name\":\"x\",\"orQueries\":[{\"name\":\"x\"},%s]}".formatted(plain),
                "{\"orQueries\":[{\"orQueries\":[%s]}]}".formatted(plain));
    }

    private void tried(String what, Visit.Answer answer) {
        if (Trap.sprang()) {
            sprung.add(answer == null ? what : what + " (" + answer.status() + ")");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
