package com.athento.deployment.consent;

import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.AskedClients;
import com.athento.deployment.record.AskedClients.Proposal;
import com.athento.deployment.record.AskedPlan;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * What clients were asked, found by the personal link of the mail that asked. Nothing marks a link as used or void:
 * whether it still counts is read each time from what holds now.
 */
@Component
public class Questions {

    private final AskedClients asked;
    private final TaskService tasks;
    private final Clock clock;

    Questions(AskedClients asked, TaskService tasks, Clock clock) {
        this.asked = asked;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Empty if no mail carried this link. */
    public Optional<Question> by(Token link) {
        return asked.by(link).map(question -> Question.of(question, clock.instant()));
    }

    /** The plan that the client was asked about. */
    public AskedPlan plan(Question question) {
        return asked.plan(question.key(), question.revision());
    }

    /** What the client proposed last, whatever became of it. */
    public Optional<Proposal> lastProposal(String key) {
        return asked.lastProposal(key);
    }

    /** Until when an answer is awaited; empty once that is over. */
    public Optional<Instant> answerBy(Question question) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceBusinessKey(question.key())
                        .taskDefinitionKey(Elements.OBTAIN_CLIENT_CONSENT)
                        .singleResult())
                .map(task -> tasks.getVariable(task.getId(), Variables.CONSENT_DEADLINE.name()))
                .map(deadline -> ((Date) deadline).toInstant())
                .filter(deadline -> deadline.isAfter(clock.instant()));
    }
}
