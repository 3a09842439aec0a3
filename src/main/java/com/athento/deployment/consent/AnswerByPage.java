package com.athento.deployment.consent;

import com.athento.deployment.consent.Question.State;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.Causes;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.LostRace;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.RepeatLostRaces;
import com.athento.deployment.process.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contact or a deputy answers, on the page that their own mail links to. Whoever cancels, reschedules or answers at
 * the same instant is either before it or after it, never beside it.
 */
@Component
public class AnswerByPage {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerByPage.class);

    private final Questions questions;
    private final InterventionLock lock;
    private final TaskService tasks;
    private final RepeatLostRaces repeat;
    private final TransactionTemplate transaction;

    AnswerByPage(
            Questions questions,
            InterventionLock lock,
            TaskService tasks,
            RepeatLostRaces repeat,
            PlatformTransactionManager transactions) {
        this.questions = questions;
        this.lock = lock;
        this.tasks = tasks;
        this.repeat = repeat;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param fields what the contact gave: the variables of <i>Obtain client consent</i>
     * @param evidence what proves the answer
     * @return empty once the answer is stored for good; else how the question stands: one that is still {@code OPEN}
     *     can be answered again
     */
    public Optional<State> answer(Token link, Question question, Map<String, Object> fields, Evidence evidence) {
        try {
            return repeat.of(() -> transaction.execute(status -> inTurn(link, question, fields, evidence)));
        } catch (RuntimeException failed) {
            var state = stands(link);
            if (state == State.OPEN && !LostRace.is(failed) && !isTooLate(failed)) {
                throw failed;
            }
            LOG.warn("An answer to {} was not stored, and the page says so", question.key(), failed);
            return Optional.of(state);
        }
    }

    /** The time that was taken has gone. */
    private static boolean isTooLate(RuntimeException failed) {
        return Causes.of(failed)
                .anyMatch(cause -> cause instanceof Refused refused && refused.reason() == Refused.Reason.LATE);
    }

    private Optional<State> inTurn(Token link, Question question, Map<String, Object> fields, Evidence evidence) {
        lock.take(question.key());
        var now = stands(link);
        if (now != State.OPEN) {
            return Optional.of(now);
        }
        var task = task(question.key());
        if (task == null) {
            return Optional.of(State.CHANGED);
        }
        if (task.getAssignee() != null) {
            // Somebody of the project team meant to, and did not.
            tasks.setAssignee(task.getId(), null);
        }
        var variables = new HashMap<>(fields);
        variables.put(Variables.CONSENT_VIA.name(), ConsentVia.PAGE.name());
        variables.put(Evidence.VARIABLE, evidence.handedOver());
        tasks.complete(task.getId(), variables);
        return Optional.empty();
    }

    private State stands(Token link) {
        return questions.by(link).map(Question::state).orElse(State.CHANGED);
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(Elements.OBTAIN_CLIENT_CONSENT)
                .singleResult();
    }
}
