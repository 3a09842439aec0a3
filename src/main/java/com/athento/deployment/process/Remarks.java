package com.athento.deployment.process;

import com.athento.deployment.intervention.ElementName;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Comments and attachments, for which the engine asks nobody's rights: whoever may work on a task writes them, whoever
 * may read its history reads them.
 */
final class Remarks {

    private static final Set<Class<?>> WRITING = Set.of(AddCommentCmd.class, CreateAttachmentCmd.class);

    private static final Set<Class<?>> READING = Set.of(
            GetTaskCommentCmd.class,
            GetTaskCommentsCmd.class,
            GetTaskEventsCmd.class,
            GetTaskAttachmentCmd.class,
            GetTaskAttachmentsCmd.class,
            GetTaskAttachmentContentCmd.class);

    private Remarks() {}

    static void check(Command<?> command, CommandContext context) {
        if (WRITING.contains(command.getClass())) {
            checkWriting(command, context);
        } else if (READING.contains(command.getClass())) {
            checkReading((String) EngineParts.field(command, "taskId"), context);
        }
    }

    private static void checkWriting(Command<?> command, CommandContext context) {
        var task = Optional.ofNullable((String) EngineParts.field(command, "taskId"))
                .map(context.getTaskManager()::findTaskById)
                .orElseThrow(Remarks::noSuchTask);
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        checkPlace((String) EngineParts.field(command, "processInstanceId"), task);
    }

    /** Otherwise it would stand on an intervention that the person may have nothing to do with. */
    private static void checkPlace(String instance, TaskEntity task) {
        if (instance != null && !instance.equals(task.getProcessInstanceId())) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "refused.remark.elsewhere",
                    new ElementName(task.getTaskDefinitionKey(), task.getName()));
        }
    }

    private static void checkReading(String task, CommandContext context) {
        if (context.getProcessEngineConfiguration()
                        .getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .count()
                == 0) {
            throw noSuchTask();
        }
    }

    private static NotFoundException noSuchTask() {
        return new NotFoundException("There is no such task; open your list of tasks again");
    }
}
