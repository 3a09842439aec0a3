package com.athento.deployment.turn;

import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Colleagues;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** How a mail tells of a task, in the words of its reader. */
@Component
class WriteTurn {

    private final Colleagues colleagues;
    private final Register register;
    private final MailProperties mails;
    private final VendorProperties vendor;

    WriteTurn(Colleagues colleagues, Register register, MailProperties mails, VendorProperties vendor) {
        this.colleagues = colleagues;
        this.register = register;
        this.mails = mails;
        this.vendor = vendor;
    }

    /** @param canTake whether the reader may take it, and not only look */
    Turn of(TaskEntity task, Occasion occasion, boolean canTake, Words words) {
        var key = task.getExecution().getProcessBusinessKey();
        return new Turn(
                key,
                Variables.INSTANCE_CODE.in(task),
                client(task),
                what(task, words),
                oneLine(new ModelWords(words.language())
                        .documentation(task.getTaskDefinitionKey(), task.getDescription())),
                window(task, words),
                until(task, words),
                note(task, occasion, words),
                with(task, words),
                words.of(canTake ? "turn.open" : "turn.look"),
                mails.baseUrl() + (canTake ? "/go/task/" + task.getId() : "/interventions/" + key));
    }

    private String client(TaskEntity task) {
        return Variables.CLIENT_CODE
                .find(task)
                .flatMap(register::client)
                .map(Client::name)
                .orElse(null);
    }

    private static String window(TaskEntity task, Words words) {
        return Variables.WINDOW_START
                .find(task)
                .map(start -> words.in(zone(task)).full(start))
                .orElse(null);
    }

    private String until(TaskEntity task, Words words) {
        return Optional.ofNullable(task.getDueDate())
                .map(due -> words.in(vendor.vendorZone()).full(due.toInstant()))
                .orElse(null);
    }

    private static String what(TaskEntity task, Words words) {
        var name = oneLine(new ModelWords(words.language()).label(task.getTaskDefinitionKey(), task.getName()));
        return proposal(task, words).isPresent() ? words.of("turn.what.proposal", name) : name;
    }

    private static String note(TaskEntity task, Occasion occasion, Words words) {
        var notes = Stream.concat(
                        occasion.isLate() ? Stream.of(words.code("turn.occasion", occasion)) : Stream.empty(),
                        proposal(task, words).stream())
                .collect(Collectors.joining(" "));
        return notes.isEmpty() ? null : notes;
    }

    /** The client waits for an answer to what it proposed. */
    private static Optional<String> proposal(TaskEntity task, Words words) {
        return Optional.of(task)
                .filter(one -> Elements.REVISE_REQUEST.equals(one.getTaskDefinitionKey()))
                .flatMap(Variables.REPLAN_CAUSE::find)
                .filter(ReplanCause.CONTACT_ANSWER::equals)
                .flatMap(cause -> Variables.PROPOSED_WINDOW_LOCAL.find(task))
                .map(local -> words.of("turn.proposal", words.in(zone(task)).full(proposed(local, task))));
    }

    private static Instant proposed(String local, TaskEntity task) {
        return ClientTime.read(
                        Variables.PROPOSED_WINDOW_LOCAL.name(), local, zone(task), Optional.empty(), Optional.empty())
                .instant();
    }

    private static ZoneId zone(TaskEntity task) {
        return ZoneId.of(Variables.ZONE.in(task));
    }

    private String with(TaskEntity task, Words words) {
        return Optional.ofNullable(task.getAssignee())
                .map(colleagues::name)
                .map(name -> words.of(Variables.HANDED_TO.find(task).isPresent() ? "turn.with" : "turn.claimed", name))
                .orElse(null);
    }

    private static String oneLine(String text) {
        return text == null ? null : text.replaceAll("\\s+", " ").strip();
    }
}
