package com.athento.deployment.process.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.athento.deployment.consent.web.ClientsMail;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.security.Visit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What reaches the engine, and what designers, admins and older nodes can do to it. */
@DirtiesContext
class DeployModelsTest extends PathsTest {

    @Autowired
    DeployModels models;

    @Autowired
    CheckModels check;

    @Autowired
    OnlyOurModels onlyOurs;

    @Autowired
    DeployedModels deployed;

    @Autowired
    Build build;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private final Models ours = Models.ofThisBuild();

    @Test
    void whatIsShippedHasNoFaults() {
        assertThat(check.faults(ours)).isEmpty();
    }

    @ParameterizedTest(name = "{1} for {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type-4-deployment.bpmn|${qaVerdict == 'FAILED'}|${qaVerdit == 'FAILED'}|no variable 'qaVerdit'; did you mean 'qaVerdict'?",
                "type-4-deployment.bpmn|${qaVerdict == 'FAILED'}|${qaVerdict == 'FAILD'}|'qaVerdict' is never 'FAILD'; it is one of PASSED_ALL",
                "type-4-deployment.bpmn|${qaVerdict == 'FAILED'}|${qaVerdict == 'PASSED'}|with qaVerdict = FAILED no flow leads on",
                "type-4-deployment.bpmn|${qaVerdict == 'FAILED'}|${qaVerdict = 'FAILED'|it is no expression",
                "type-4-deployment.bpmn|${recordBattery}|${recordBatery}|nothing in the application is called '${recordBatery}'; did you mean 'recordBattery'?",
                "type-4-deployment.bpmn|dueDate=\"${supportUntil}\"|dueDate=\"${requester}\"|here must stand a Date",
                "type-4-deployment.bpmn|candidateGroups=\"qa\"|candidateGroups=\"qaa\"|there is no team 'qaa'",
                "type-4-deployment.bpmn|formKey=\"embedded:deployment:forms/deploy.html\"|formRef=\"deploy\"|the Camunda Form 'deploy' would be read in one language only",
                "type-4-deployment.bpmn|decisionRef=\"update-policy\"|decisionRef=\"policy\"|there is no table with the id 'policy'; there are deployment-type, update-policy",
                "type-4-deployment.bpmn|forms/start-deployment.html|forms/begin.html|the form 'embedded:deployment:forms/begin.html' does not exist",
                "type-4-deployment.bpmn|name=\"answers\"|name=\"anwers\"|nothing reads the property 'anwers'",
                "type-4-deployment.bpmn|</bpmn:definitions>|</bpmn:definition>|type-4-deployment.bpmn: line",
                "update-policy.dmn|\"BLOCKER\"</text>|\"BLOKER\"</text>|no rule answers; exactly one must",
                "update-policy.dmn|<text>\"TWO_HOURS\"</text>|<text>\"2 HOURS\"</text>|target: '2 HOURS' is not known; give one of THIRTY_MINUTES",
                "deployment-type.dmn|<text>60</text>|<text>90</text>|maximumDowntime: 90 minutes are not possible; give 0 to 60",
                "deployment-type.dmn|name=\"frequency\"|name=\"often\"|what is read are deploymentType, frequency, impact, maximumDowntime",
                "forms/resolve-incident.html|f.ticketNumber|f.ticketNumbr|no variable 'ticketNumbr'",
                "forms/resolve-incident.html|value=\"SOLVED\"|value=\"SOLVD\"|'incidentResolution' is never 'SOLVD'"
            })
    void aSlipIsASentence(String file, String right, String wrong, String sentence) {
        assertThatThrownBy(() -> models.bring(with(file, right, wrong), build, Optional.empty()))
                .isInstanceOfSatisfying(
                        BrokenModels.class,
                        broken -> assertThat(broken.faults())
                                .allSatisfy(fault -> assertThat(fault).startsWith(file))
                                .anySatisfy(fault -> assertThat(fault).contains(sentence)));
        assertThat(new ExplainBrokenModels()
                        .analyze(new BrokenModels(check.faults(with(file, right, wrong))))
                        .getDescription())
                .contains(sentence);
    }

    @Test
    void aDiagramDeployedAloneIsRefusedWithASentence() {
        var before = newest();

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("procedure")
                        .addInputStream(
                                "diagram.bpmn",
                                new ByteArrayInputStream(ours.files().get("type-4-deployment.bpmn")))
                        .deploy())
                .hasStackTraceContaining(
                        "'type-4-deployment' is shipped with the application, together with its forms and tables");
        assertThat(newest()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "phse|CONSENT|nothing reads the property 'phse'; did you mean 'phase'?",
                "phase|CONSNT|'phase' cannot be 'CONSNT'; give one of REQUEST",
                "answers|qaTotl|'answers': there is no variable 'qaTotl'; did you mean 'qaTotal'?"
            })
    void aPropertyThatNothingReadsIsRefusedWithElementAndFile(String name, String value, String sentence) {
        var answer = Visit.by("admin", port)
                .parts(
                        "/engine-rest/deployment/create",
                        List.of(
                                new Visit.Part("deployment-name", "", "text/plain", "another"),
                                new Visit.Part("file", "another.bpmn", "application/octet-stream", """
                                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                                          <process id="another" isExecutable="true" camunda:historyTimeToLive="P1D">
                                            <startEvent id="wished" name="Wished">
                                              <extensionElements><camunda:properties>
                                                <camunda:property name="%s" value="%s" />
                                              </camunda:properties></extensionElements>
                                            </startEvent>
                                          </process>
                                        </definitions>
                                        """.formatted(
                                                name, value))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("another.bpmn, wished ('Wished'): " + sentence);
    }

    @Test
    void whatNewRequestsFollowCannotBeDeleted() {
        var answer = Visit.by("admin", port).delete("/engine-rest/deployment/%s?cascade=true".formatted(newest()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("These are the models that new requests follow");
        assertThat(repository.createDeploymentQuery().deploymentId(newest()).count())
                .isOne();
    }

    @Test
    void whatCoveredThemIsCoveredAgainAtTheNextStart() {
        onlyOurs.letThrough(() -> repository
                .createDeployment()
                .addInputStream(
                        "diagram.bpmn", new ByteArrayInputStream(ours.files().get("type-4-deployment.bpmn")))
                .deploy());
        assertThat(newest()).isNotEqualTo(deployed.newest().orElseThrow().deployment());

        models.afterPropertiesSet();
        assertThat(newest()).isEqualTo(deployed.newest().orElseThrow().deployment());

        var mended = newest();
        models.afterPropertiesSet();
        assertThat(newest()).isEqualTo(mended);
    }

    @Test
    void anOlderNodeLeavesTheNewerModelsOnTopUnlessAskedTo() {
        var later = new Build(build.version(), build.time().plus(Duration.ofHours(1)));
        models.bring(
                with("type-4-deployment.bpmn", "Watch over the users", "Watch over users"), later, Optional.empty());
        var newer = newest();

        models.afterPropertiesSet();
        assertThat(newest()).isEqualTo(newer);

        models.bring(ours, build, deployed.newest().map(Deployed::number));
        assertThat(newest()).isNotEqualTo(newer);
    }

    @Test
    void aTimeThatIsPickedIsAProposalWhereAnEarlierModelHasNobodyWhoTakesIt() {
        var before = with(
                "type-4-deployment.bpmn",
                "<camunda:taskListener delegateExpression=\"${takePickedSlot}\" event=\"complete\" />",
                "");
        onlyOurs.letThrough(() -> {
            var deployment = repository.createDeployment().name("before");
            before.files()
                    .forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
            return deployment.deploy();
        });
        var intervention = lifecycle.approved();
        models.afterPropertiesSet();
        var link = ClientsMail.newestLink(intervention, port);
        var slot = ClientsMail.offered(Visit.browser(port).get(link)).get(0);
        var start = LocalDateTime.parse(slot).atZone(Lifecycle.MADRID).toInstant();

        var thanks = Visit.browser(port)
                .form(link, Map.of("answer", "SLOT", "window", slot, "by", "Ana Ruiz"))
                .isFine();
        intervention.continues();

        assertThat(thanks.body()).contains("Su propuesta").doesNotContain("así queda acordado");
        assertWaiting(intervention).containsExactly(Elements.REVISE_REQUEST);
        assertThat(database.sql("select * from consent where intervention_key = ?")
                        .param(intervention.key())
                        .query((row, number) -> tuple(
                                row.getInt("revision"),
                                row.getString("answer"),
                                row.getTimestamp("proposed_start").toInstant(),
                                row.getObject("asked_revision")))
                        .list())
                .containsExactly(tuple(1, "OTHER_WINDOW", start, null));
        assertThat(database.sql("select count(*) from slot_hold where intervention_key = ?")
                        .param(intervention.key())
                        .query(Integer.class)
                        .single())
                .as("kept for it no longer")
                .isZero();
        assertThat(intervention.mails()).containsExactly("consent-request to CONTACT");

        intervention
                .completes(
                        "support",
                        Elements.REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", slot))
                .continues();
        assertThat(intervention.dueDateOf("window-opened")).isEqualTo(start);
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Elements.LIFECYCLE)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }

    private Models with(String file, String right, String wrong) {
        var text = new String(ours.files().get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(right);
        var files = new HashMap<>(ours.files());
        files.put(file, text.replace(right, wrong).getBytes(StandardCharsets.UTF_8));
        return new Models(files);
    }
}
