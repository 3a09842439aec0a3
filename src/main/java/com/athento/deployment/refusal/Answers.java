package com.athento.deployment.refusal;

import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Said;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Causes;
import com.athento.deployment.process.Jargon;
import com.athento.deployment.process.LostRace;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.process.Withheld;
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
                .orElseGet(() -> answer(failure, taskId, status, message).in(language));
    }

    /** An answer before it is in a language. */
    private record Unsaid(int status, Said sentence) {

        Unsaid(int status, String code, Object... parts) {
            this(status, Sentence.of(code, parts));
        }

        Answer in(Language language) {
            return new Answer(status, sentence.in(language));
        }
    }

    private Unsaid answer(Throwable failure, Optional<String> taskId, int status, Optional<String> message) {
        return taskId.flatMap(whatHolds::gone)
                .map(gone -> new Unsaid(409, gone.sentence()))
                .or(() -> unprintable(failure))
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
    private static Optional<Unsaid> unprintable(Throwable failure) {
        return Causes.find(failure, SQLException.class)
                .filter(failed -> NOT_IN_REPERTOIRE.equals(failed.getSQLState()))
                .map(failed -> new Unsaid(400, PlainText.unprintable("request")));
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
    private Optional<Unsaid> lostRace(Throwable failure, Optional<String> taskId) {
        var claimed = Causes.find(failure, TaskAlreadyClaimedException.class)
                .map(TaskAlreadyClaimedException::getTaskAssignee);
        if (claimed.isEmpty() && !LostRace.is(failure)) {
            return Optional.empty();
        }
        var open = taskId.flatMap(whatHolds::open);
        var name = open.map(task -> Sentence.of("refused.gone.task", name(task)))
                .orElseGet(() -> Sentence.of("refused.race.this"));
        var holder = claimed.or(() -> open.map(Task::getAssignee)).filter(one -> !whoActs.isPerson(one));
        return Optional.of(holder.map(one -> new Unsaid(409, "refused.race.claimed", name, one))
                .orElseGet(() -> new Unsaid(409, "refused.race.not-stored", name)));
    }

    private static ElementName name(Task task) {
        return new ElementName(task.getTaskDefinitionKey(), task.getName());
    }

    private Optional<Unsaid> missingRight(Throwable failure, Optional<String> taskId) {
        return Causes.find(failure, AuthorizationException.class)
                .filter(missing ->
                        taskId.isEmpty() || taskId.flatMap(whatHolds::open).isPresent())
                .map(missing -> new Unsaid(403, sentence(missing, taskId)));
    }

    private Sentence sentence(AuthorizationException missing, Optional<String> taskId) {
        if (missing instanceof Withheld withheld) {
            return withheld.sentence();
        }
        return missing.getUserId() == null
                ? Sentence.of("refused.right.admins")
                : taskId.flatMap(whatHolds::open)
                        .map(task -> notTheirs(missing.getUserId(), task))
                        .orElseGet(() -> notAllowed(missing));
    }

    /** Where rights alone decide, the engine answers as if what was sent were wrong. */
    private Optional<Unsaid> taskOfOthers(Optional<String> taskId, int status) {
        return taskId.filter(id -> status == 400)
                .flatMap(whatHolds::open)
                .flatMap(task ->
                        whatHolds.strangerTo(task.getId()).map(person -> new Unsaid(403, notTheirs(person, task))));
    }

    private Sentence notTheirs(String person, Task task) {
        var candidates = whatHolds.candidates(task.getId());
        return candidates.isEmpty()
                ? Sentence.of("refused.right.not-theirs", person, name(task))
                : Sentence.of("refused.right.for-others", person, name(task), String.join(", ", candidates));
    }

    private static Sentence notAllowed(AuthorizationException missing) {
        return missing.getMissingAuthorizations().stream()
                .filter(right -> "CREATE_INSTANCE".equals(right.getViolatedPermissionName()))
                .map(MissingAuthorization::getResourceId)
                .findFirst()
                .map(process -> Sentence.of("refused.right.start", missing.getUserId(), process))
                .orElseGet(() -> Sentence.of("refused.right.none", missing.getUserId()));
    }

    private Optional<Unsaid> unknownTask(Optional<String> taskId) {
        return taskId.filter(id -> whatHolds.open(id).isEmpty()).map(id -> new Unsaid(404, "refused.task.unknown"));
    }

    private static Unsaid other(Throwable failure, int status, Optional<String> message) {
        var known = status < 500 ? status : better(failure, status);
        if (known >= 500) {
            LOG.error("A request failed", failure);
            return new Unsaid(known, "refused.door.ours");
        }
        return message.map(Jargon::without)
                .filter(sentence -> !sentence.isBlank())
                .map(sentence -> new Unsaid(known, Sentence.plain(sentence)))
                .orElseGet(() -> new Unsaid(known, known == 404 ? "refused.door.nothing" : "refused.door.impossible"));
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
}
