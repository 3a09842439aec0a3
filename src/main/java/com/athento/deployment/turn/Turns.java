package com.athento.deployment.turn;

import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.MailProperties;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import java.time.ZoneId;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is true of a task at this moment, as the engine has it. */
@Component
class Turns {

    private final Takers takers;
    private final Register register;
    private final MailProperties mails;
    private final VendorProperties vendor;
    private final MessageSource messages;

    Turns(
            Takers takers,
            Register register,
            MailProperties mails,
            VendorProperties vendor,
            MessageSource messages) {
        this.takers = takers;
        this.register = register;
        this.mails = mails;
        this.vendor = vendor;
        this.messages = messages;
    }

    /**
     * The task, if it still waits for anybody, or for somebody to whom it went on by itself, and
     * that reader may take it.
     */
    Optional<Turn> of(TurnMail mail) {
        return Optional.ofNullable(
                        Context.getCommandContext().getTaskManager().findTaskById(mail.task()))
                .filter(
                        task ->
                                task.getAssignee() == null
                                        || Variables.HANDED_TO.find(task).isPresent())
                .filter(task -> takers.addresses(task).contains(mail.address()))
                .map(this::turn);
    }

    private Turn turn(TaskEntity task) {
        var words = new Words(mails.staffLanguage());
        var element = task.getTaskDefinitionKey();
        return new Turn(
                task.getExecution().getProcessBusinessKey(),
                Variables.INSTANCE_CODE.in(task),
                Variables.CLIENT_CODE
                        .find(task)
                        .flatMap(register::client)
                        .map(Client::name)
                        .orElse(null),
                said("element", element, task.getName()),
                said("asked", element, task.getDescription()),
                Variables.WINDOW_START
                        .find(task)
                        .map(start -> words.full(start, ZoneId.of(Variables.ZONE.in(task))))
                        .orElse(null),
                Optional.ofNullable(task.getDueDate())
                        .map(due -> words.full(due.toInstant(), vendor.vendorZone()))
                        .orElse(null),
                Optional.ofNullable(task.getAssignee()).map(takers::name).orElse(null),
                mails.baseUrl() + "/go/task/" + task.getId());
    }

    /** In English as the model has it. */
    private String said(String kind, String element, String label) {
        var text =
                messages.getMessage(
                        "overview.%s.%s".formatted(kind, element),
                        null,
                        label,
                        mails.staffLanguage().locale());
        return text == null ? null : text.replaceAll("\\s+", " ").strip();
    }
}
