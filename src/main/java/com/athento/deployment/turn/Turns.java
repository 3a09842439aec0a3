package com.athento.deployment.turn;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variables;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** What is true of a task at this moment, as the engine has it. */
@Component
class Turns {

    private final Takers takers;
    private final WriteTurn write;

    Turns(Takers takers, WriteTurn write) {
        this.takers = takers;
        this.write = write;
    }

    /**
     * The task, if it still waits for anybody, or for somebody to whom it went on by itself, and that reader may take
     * it. That it is late is also told of one that somebody has, and to the managers.
     */
    Optional<Turn> of(TurnMail mail, Supplier<Words> words) {
        return Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(mail.task()))
                .filter(task -> mail.occasion().isLate() || isNews(task))
                .flatMap(task -> turn(task, mail, words));
    }

    private static boolean isNews(TaskEntity task) {
        return task.getAssignee() == null || Variables.HANDED_TO.find(task).isPresent();
    }

    private Optional<Turn> turn(TaskEntity task, TurnMail mail, Supplier<Words> words) {
        var canTake = takers.addresses(task).contains(mail.address());
        return canTake || isForManager(mail)
                ? Optional.of(write.of(task, mail.occasion(), canTake, words.get()))
                : Optional.empty();
    }

    private boolean isForManager(TurnMail mail) {
        return mail.occasion().reachesManagers()
                && takers.addresses(Team.MANAGERS).contains(mail.address());
    }
}
