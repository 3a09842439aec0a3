package com.athento.deployment.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.post.MailProperties;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine writes down, in an installation whose people speak Spanish, and in one as it comes. */
class KeepInStaffLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "ES, Desplegar, Despliegue según el plan, Comunicar una incidencia, Incidencia observada",
        "EN, Deploy, Deploy as planned, Report an incident, Incident noticed"
    })
    void names(Language staff, String task, String description, String process, String start) {
        var engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setProcessEngineName("staff-language-" + staff);
        engine.setJdbcUrl("jdbc:h2:mem:staff-language-" + staff);
        engine.setProcessEnginePlugins(List.of(new KeepInStaffLanguage().namesPlugin(mails(staff))));
        var running = engine.buildProcessEngine();
        try {
            running.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "small.bpmn",
                            Bpmn.createExecutableProcess("report-incident")
                                    .name("Report an incident")
                                    .camundaHistoryTimeToLive(1)
                                    .startEvent("incident-noticed")
                                    .name("Incident noticed")
                                    .subProcess("deploy-and-verify")
                                    .embeddedSubProcess()
                                    .startEvent()
                                    .userTask("deploy")
                                    .name("Deploy")
                                    .documentation(
                                            "Deploy as planned, then say whether the new version runs. The hour is running.")
                                    .endEvent()
                                    .subProcessDone()
                                    .endEvent()
                                    .done())
                    .deploy();
            running.getRuntimeService().startProcessInstanceByKey("report-incident");

            var open = running.getTaskService().createTaskQuery().singleResult();
            assertThat(open.getName()).isEqualTo(task);
            assertThat(open.getDescription()).startsWith(description);
            assertThat(running.getRepositoryService()
                            .createProcessDefinitionQuery()
                            .singleResult()
                            .getName())
                    .isEqualTo(process);
            assertThat(running.getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .list())
                    .extracting(HistoricActivityInstance::getActivityName)
                    .contains(start, task);
        } finally {
            running.close();
        }
    }

    private static MailProperties mails(Language staff) {
        return new MailProperties(
                "a@athento.example",
                Map.of(),
                "Athento",
                URI.create("https://deployments.example"),
                50,
                staff,
                false,
                false);
    }
}
