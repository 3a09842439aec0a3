package com.athento.deployment.mail;

import com.athento.deployment.process.EngineParts;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * The engine runs the jobs of an intervention one after the other. An alert is not among them: it changes nothing
 * there, and a mail to the client may be on its way to a slow server for minutes.
 */
@Component
class AlertsWaitForNothing extends AbstractProcessEnginePlugin {

    private static final Set<String> ALERT = Set.of("${sendAlert}");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.listen(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl step) {
                var alerts = CheckMails.listeners(task, ALERT)
                        .map(listener -> listener.attribute("id"))
                        .collect(Collectors.toSet());
                TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(step).values().stream()
                        .flatMap(timers -> timers.entrySet().stream())
                        .filter(timer -> alerts.contains(timer.getKey()))
                        .forEach(timer -> timer.getValue().setExclusive(false));
            }
        });
    }
}
