package com.athento.deployment.names;

import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.EngineParts;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the engine writes down once, the names of tasks and of all that its history tells, it writes in the language of
 * the installation's own people: whatever reads it past our pages, a program or a report, reads theirs.
 */
@Configuration(proxyBeanMethods = false)
class KeepInStaffLanguage {

    @Bean
    AbstractProcessEnginePlugin namesPlugin(MailProperties mails) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                EngineParts.listen(engine, new Names(new ModelWords(mails.staffLanguage())));
            }
        };
    }

    /** A model is read anew at each start, and so are its older versions. */
    private static final class Names extends AbstractBpmnParseListener {

        private final ModelWords words;

        Names(ModelWords words) {
            this.words = words;
        }

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.setName(words.label(process.getKey(), process.getName()));
            name(process);
            process.getTaskDefinitions().values().forEach(this::name);
        }

        private void name(ScopeImpl scope) {
            scope.getActivities().forEach(activity -> {
                var name = words.label(activity.getId(), activity.getName());
                activity.setName(name);
                activity.setProperty("name", name);
                name(activity);
            });
        }

        private void name(TaskDefinition task) {
            if (task.getNameExpression() != null) {
                task.setNameExpression(new FixedValue(
                        words.label(task.getKey(), task.getNameExpression().getExpressionText())));
            }
            if (task.getDescriptionExpression() != null) {
                task.setDescriptionExpression(new FixedValue(words.documentation(
                        task.getKey(), task.getDescriptionExpression().getExpressionText())));
            }
        }
    }
}
