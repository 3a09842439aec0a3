package com.athento.deployment.consent;

import com.athento.deployment.consent.Question.State;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Variables;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contact answers for itself, on the page that its mail links to. Whoever cancels, reschedules
 * or records an answer at the same instant is either before it or after it, never beside it.
 */
@Component
public class AnswerByPage {

    private final Questions questions;
    private final Consents consents;
    private final InterventionLock lock;
    private final TaskService tasks;
    private final TransactionTemplate transaction;

    AnswerByPage(
            Questions questions,
            Consents consents,
            InterventionLock lock,
            TaskService tasks,
            PlatformTransactionManager transactions) {
        this.questions = questions;
        this.consents = consents;
        this.lock = lock;
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param fields what the contact gave: the variables of <i>Obtain client consent</i>
     * @param evidence from where, and the plan in the words that were shown
     * @return how the question stands afterwards, if this answer was not taken; {@code OPEN} if it
     *     was
     */
    public State answer(
            Token link, Question question, Map<String, Object> fields, Evidence evidence) {
        try {
            return transaction.execute(status -> inTurn(link, question, fields, evidence));
        } catch (OptimisticLockingException | ConcurrencyFailureException lost) {
            return questions.by(link).map(Question::state).orElse(State.CHANGED);
        }
    }

    private State inTurn(
            Token link, Question question, Map<String, Object> fields, Evidence evidence) {
        lock.take(question.key());
        var now = questions.by(link).map(Question::state).orElse(State.CHANGED);
        if (now != State.OPEN) {
            return now;
        }
        var task = task(question.key());
        if (task == null) {
            return State.CHANGED;
        }
        if (task.getAssignee() != null) {
            // Somebody of the project team meant to, and did not.
            tasks.setAssignee(task.getId(), null);
        }
        var variables = new HashMap<>(fields);
        variables.put(Variables.CONSENT_VIA.name(), ConsentVia.PAGE.name());
        tasks.complete(task.getId(), variables);
        consents.prove(question.key(), evidence);
        return State.OPEN;
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(Elements.OBTAIN_CLIENT_CONSENT)
                .singleResult();
    }

    /**
     * @param address where the answer came from
     * @param shown the plan, word for word as the page showed it
     */
    public record Evidence(String address, String shown) {}
}
