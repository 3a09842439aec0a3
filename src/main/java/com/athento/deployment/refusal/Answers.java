package com.athento.deployment.refusal;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.Causes;
import com.athento.deployment.process.Jargon;
import com.athento.deployment.process.LostRace;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.WhoActs;
import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Translates whatever went wrong into one sentence for the person who caused it, the same in every door: Tasklist, REST
 * and our pages.
 */
@Component
@Lazy
public class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private static final String OURS =
            "Something went wrong here and nothing was stored; the application's log says what";

    /** A character that the database cannot hold (ISO 9075, SQLSTATE). */
    private static final String NOT_IN_REPERTOIRE = "22021";

    private final WhatHolds whatHolds;
    private final WhoActs whoActs;

    Answers(WhatHolds whatHolds, WhoActs whoActs) {
        this.whatHolds = whatHolds;
        this.whoActs = whoActs;
    }

    /**
     * The answer to a failed request.
     *
     * @param taskId the task that the request was about, if it was about one
     * @param status what the door would answer by itself
     * @param message what the door would say by itself; engine jargon is taken out of it
     * @param language of whoever reads it
     */
    public Answer to(
            Throwable failure, Optional<String> taskId, int status, Optional<String> message, Language language) {
        return refusal(failure, language)
                .or(() -> taskId.flatMap(whatHolds::gone).map(gone -> late(gone.sentence())))
                .or(() -> unprintable(failure, language))
                .or(() -> lostRace(failure, taskId))
                .or(() -> missingRight(failure, taskId))
                .or(() -> taskOfOthers(taskId, status))
                .or(() -> unknownTask(taskId))
                .orElseGet(() -> other(failure, status, message));
    }

    private static Optional<Answer> refusal(Throwable failure, Language language) {
        return Causes.find(failure, Refused.class)
                .map(refused ->
                        new Answer(status(refused.reason()), refused.message(language), refused.faults(language)));
    }

    /** What no check before has seen, such as a part of a form that carries a file. */
    private static Optional<Answer> unprintable(Throwable failure, Language language) {
        return Causes.find(failure, SQLException.class)
                .filter(failed -> NOT_IN_REPERTOIRE.equals(failed.getSQLState()))
                .map(failed -> new Answer(400, PlainText.unprintable("request").in(language)));
    }

    private static int status(Refused.Reason reason) {
        return switch (reason) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case LATE -> 409;
            case TOO_OFTEN -> 429;
        };
    }

    /** The application has repeated it several times; whoever is in the way stays there. */
    private Optional<Answer> lostRace(Throwable failure, Optional<String> taskId) {
        var claimed = Causes.find(failure, TaskAlreadyClaimedException.class)
                .map(TaskAlreadyClaimedException::getTaskAssignee);
        if (claimed.isEmpty() && !LostRace.is(failure)) {
            return Optional.empty();
        }
        var open = taskId.flatMap(whatHolds::open);
        var name = open.map(task -> "'%s'".formatted(task.getName())).orElse("This");
        var holder = claimed.or(() -> open.map(Task::getAssignee)).filter(one -> !whoActs.isPerson(one));
        return Optional.of(late(holder.map(one -> "%s is already claimed by %s".formatted(name, one))
                .orElseGet(() -> notStored(name))));
    }

    private static String notStored(String name) {
        return name
                + " was not stored: the application was at work on the same thing, also when it tried again; send it once more";
    }

    private Optional<Answer> missingRight(Throwable failure, Optional<String> taskId) {
        return Causes.find(failure, AuthorizationException.class)
                .filter(missing ->
                        taskId.isEmpty() || taskId.flatMap(whatHolds::open).isPresent())
                .map(missing -> new Answer(403, sentence(missing, taskId)));
    }

    private String sentence(AuthorizationException missing, Optional<String> taskId) {
        return missing.getUserId() == null
                ? onlyAdmins(missing)
                : taskId.flatMap(whatHolds::open)
                        .map(task -> notTheirs(missing.getUserId(), task))
                        .orElseGet(() -> notAllowed(missing));
    }

    /** Where rights alone decide, the engine answers as if what was sent were wrong. */
    private Optional<Answer> taskOfOthers(Optional<String> taskId, int status) {
        return taskId.filter(id -> status == 400)
                .flatMap(whatHolds::open)
                .flatMap(task ->
                        whatHolds.strangerTo(task.getId()).map(person -> new Answer(403, notTheirs(person, task))));
    }

    /** The guard's own sentence; what the engine says of its administrators is no sentence. */
    private static String onlyAdmins(AuthorizationException missing) {
        return Jargon.without(missing.getMessage()).equals(missing.getMessage())
                ? missing.getMessage()
                : "Only an admin may do this";
    }

    private String notTheirs(String person, Task task) {
        var candidates = whatHolds.candidates(task.getId());
        var whose = candidates.isEmpty() ? "" : ": it is a task for " + String.join(", ", candidates);
        return "'%s' may not do this with '%s'%s".formatted(person, task.getName(), whose);
    }

    private static String notAllowed(AuthorizationException missing) {
        var starts = missing.getMissingAuthorizations().stream()
                .filter(right -> "CREATE_INSTANCE".equals(right.getViolatedPermissionName()))
                .map(MissingAuthorization::getResourceId)
                .findFirst();
        return starts.map(process -> "'%s' may not start '%s'".formatted(missing.getUserId(), process))
                .orElseGet(() -> "'%s' may not do this; whoever needs it asks an admin".formatted(missing.getUserId()));
    }

    private Optional<Answer> unknownTask(Optional<String> taskId) {
        return taskId.filter(id -> whatHolds.open(id).isEmpty())
                .map(id -> new Answer(404, "There is no such task; open your list of tasks again"));
    }

    private static Answer other(Throwable failure, int status, Optional<String> message) {
        var known = status < 500 ? status : better(failure, status);
        if (known >= 500) {
            LOG.error("A request failed", failure);
            return new Answer(known, OURS);
        }
        return new Answer(
                known,
                message.map(Jargon::without)
                        .filter(sentence -> !sentence.isBlank())
                        .orElse(known == 404 ? "There is nothing here" : "This is not possible"));
    }

    /** The engine says 500 to much that is wrong with the request: whatever it finds wrong by itself is. */
    private static int better(Throwable failure, int status) {
        if (Causes.find(failure, NotFoundException.class).isPresent()) {
            return 404;
        }
        return Causes.of(failure).allMatch(Answers::isTheEnginesOwn) ? 400 : status;
    }

    private static boolean isTheEnginesOwn(Throwable failure) {
        return failure instanceof ProcessEngineException || failure instanceof RestException;
    }

    private static Answer late(String sentence) {
        return new Answer(409, sentence);
    }
}
