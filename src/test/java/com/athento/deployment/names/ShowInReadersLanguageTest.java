package com.athento.deployment.names;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.REPORT_INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist and Cockpit are told, and what programs are. */
@ApplicationTest
class ShowInReadersLanguageTest {

    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    RepositoryService models;

    @Test
    void aTaskHasTheReadersName() {
        var task = lifecycle.requested().task(APPROVE_PRODUCT);
        var path = "/task/" + task.getId();

        var spanish = browser("product", "es").get(API + path);

        assertThat(spanish.isFine().body())
                .contains("\"name\":\"Analizar y aprobar por producto\"", "\"description\":\"Juzgue en una frase");
        assertThat(spanish.response().headers().allValues("Vary")).contains("Cookie");
        assertThat(spanish.response().headers().firstValue("Cache-Control").orElse(""))
                .containsAnyOf("no-cache", "no-store");
        assertThat(browser("product", "en").get(API + path).body())
                .contains("\"name\":\"Analyse and approve for product\"", "\"description\":\"Judge how risky");
        assertThat(Visit.by("product", port)
                        .with("Accept-Language", "es")
                        .get("/engine-rest" + path)
                        .body())
                .contains("\"name\":\"Analyse and approve for product\"", "\"description\":\"Judge how risky");
    }

    @Test
    void theListsAndWhatStandsInThemAreTheReaders() {
        lifecycle.requested();
        var product = browser("product", "es");

        var lists = product.get(API + "/filter?resourceType=Task").isFine().body();
        var toDo = JsonPath.<List<String>>read(lists, "$[?(@.name=='Pendientes')].id")
                .get(0);
        var inIt = product.with("Accept", "application/hal+json")
                .get(API + "/filter/" + toDo + "/list")
                .isFine()
                .body();

        assertThat(JsonPath.<List<String>>read(lists, "$[*].name"))
                .containsExactlyInAnyOrder(
                        "Pendientes", "Mis tareas", "Tareas de mi equipo", "Vencidas", "Por ventana");
        assertThat(JsonPath.<List<String>>read(lists, "$[*].properties.variables[*].label"))
                .contains("Intervención", "Cliente", "Ventana")
                .doesNotContain("Window");
        assertThat(JsonPath.<List<String>>read(inIt, "$._embedded.task[*].name"))
                .contains("Analizar y aprobar por producto")
                .doesNotContain("Analyse and approve for product");
        assertThat(JsonPath.<List<String>>read(inIt, "$._embedded.processDefinition[*].name"))
                .contains("Despliegue de tipo 4");
    }

    @Test
    void aManagerSeesWhereItStandsInTheirLanguage() {
        var intervention = lifecycle.requested();
        var manager = browser("manager", "es");
        var model = intervention.process().getProcessDefinitionId();

        assertThat(manager.get(API + "/process-instance/" + intervention.id() + "/activity-instances")
                        .isFine()
                        .body())
                .contains("\"activityName\":\"Aprobación de los equipos\"", "\"name\":\"Aprobación de los equipos\"")
                .contains("\"activityName\":\"Despliegue de tipo 4\"");
        assertThat(manager.get(API + "/history/activity-instance?processInstanceId=" + intervention.id())
                        .isFine()
                        .body())
                .contains("\"activityName\":\"Comprobar la solicitud\"")
                .doesNotContain("Check the request");
        assertThat(manager.get(API + "/history/decision-instance?processInstanceId=" + intervention.id()
                                + "&includeInputs=true&includeOutputs=true")
                        .isFine()
                        .body())
                .contains("\"decisionDefinitionName\":\"Tipo de despliegue\"", "\"clauseName\":\"Tipo de cambio\"");
        assertThat(JsonPath.<String>read(
                        manager.get(API + "/process-definition/" + model + "/xml")
                                .isFine()
                                .body(),
                        "$.bpmn20Xml"))
                .contains("id=\"deploy\" name=\"Desplegar\"", "¿Hay hallazgos?", "■ Dirección")
                .contains("<bpmn:message id=\"message-cancel-requested\" name=\"cancel-requested\"")
                .doesNotContain("Anything found?");
        assertThat(manager.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .isFine()
                        .body())
                .contains("Despliegue de tipo 4")
                .doesNotContain("Type-4 deployment");
        assertThat(manager.get("/interventions/" + intervention.key() + "/diagram")
                        .isFine()
                        .body())
                .contains("id=\"deploy\" name=\"Desplegar\"");
    }

    @Test
    void whatIsNoJsonPassesUntouched() {
        var model = models.createProcessDefinitionQuery()
                .processDefinitionKey(REPORT_INCIDENT)
                .latestVersion()
                .singleResult();
        var file = "/deployment/" + model.getDeploymentId() + "/resources/";
        var admin = browser("admin", "es");
        var ids = admin.get(API + file).isFine().body();
        var id = JsonPath.<List<String>>read(ids, "$[?(@.name=='report-incident.bpmn')].id")
                .get(0);

        assertThat(admin.get(API + file + id + "/data").isFine().body())
                .contains("<?xml", "name=\"Incident noticed\"")
                .doesNotContain("Incidencia");
    }

    private Visit browser(String account, String language) {
        var browser = Visit.browser(port).with("Accept-Language", language);
        browser.logsIn(account, "demo");
        return browser;
    }
}
