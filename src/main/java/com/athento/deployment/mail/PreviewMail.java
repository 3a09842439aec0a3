package com.athento.deployment.mail;

import com.athento.deployment.intervention.ConsentOutcome;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * What the client's contact reads about a plan as it stands now: the question, or once the client's yes covers the
 * plan, the confirmation. It is the very text that would leave, but for the personal link, which leads nowhere; nothing
 * is sent or kept.
 */
@Component
public class PreviewMail {

    private final ProcessEngine engine;
    private final Templates templates;
    private final MessageLog log;
    private final FactSources sources;

    PreviewMail(ProcessEngine engine, Templates templates, MessageLog log, FactSources sources) {
        this.engine = engine;
        this.templates = templates;
        this.log = log;
        this.sources = sources;
    }

    /** The mail as its reader would see it, in that reader's language. */
    public record Preview(String subject, String html, Locale language) {}

    /** @return empty where no such intervention is running */
    public Optional<Preview> of(String key) {
        // Every account may read every intervention, but not the engine's own tables.
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands ->
                        commands.runWithoutAuthorization(() -> running(key).map(found -> preview(found, commands))));
    }

    private Optional<ProcessInstance> running(String key) {
        return Optional.ofNullable(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(Elements.LIFECYCLE)
                .processInstanceBusinessKey(key)
                .singleResult());
    }

    private Preview preview(ProcessInstance found, CommandContext commands) {
        var variables = commands.getExecutionManager().findExecutionById(found.getId());
        var mailing = new Mailing(isAgreed(variables) ? "window-confirmed" : "consent-request", Recipients.CONTACT);
        var situation = new Situation(
                found.getBusinessKey(),
                found.getId(),
                found.getProcessDefinitionId(),
                variables,
                withoutItself(mailing, log.told(found.getBusinessKey()), variables),
                sources.register(),
                sources.records());
        var language = situation.clientsLanguage();
        var facts = Facts.of(situation, mailing, new Words(language), sources);
        var mail = templates.render(mailing.template(), language, facts);
        return new Preview(mail.subject(), mail.html().replace(facts.consent().link(), "#"), language.locale());
    }

    /** Once it has left, what it says is still what it said: it was no repetition of itself. */
    private static List<Told> withoutItself(Mailing mailing, List<Told> told, VariableScope variables) {
        var start = Variables.WINDOW_START.in(variables);
        var minutes = Variables.DOWNTIME_MINUTES.in(variables);
        var before = new ArrayList<>(told);
        told.stream()
                .filter(mail -> mail.mailing().equals(mailing) && mail.of(start, minutes))
                .reduce((one, next) -> next)
                .ifPresent(before::remove);
        return before;
    }

    private static boolean isAgreed(VariableScope variables) {
        return Variables.CONSENT_HOLDS.find(variables).orElse(false)
                || Variables.CONSENT_OUTCOME
                        .find(variables)
                        .filter(ConsentOutcome.AGREED::equals)
                        .isPresent();
    }
}
