package com.athento.deployment.demo;

import com.athento.deployment.demo.Accounts.Account;
import com.athento.deployment.process.KeptOut;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** As whom a newcomer can do a task. */
@Component
@Profile("demo")
class Doers {

    private static final int ENOUGH = 3;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final KeptOut keptOut;

    Doers(TaskService tasks, RuntimeService runtime, KeptOut keptOut) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.keptOut = keptOut;
    }

    /** The accounts that may do it, the first one best. */
    List<Account> of(Task task) {
        return task.getAssignee() != null
                ? named(List.of(task.getAssignee())).toList()
                : candidates(tasks.getIdentityLinksForTask(task.getId()), keptOut(task));
    }

    private static List<Account> candidates(List<IdentityLink> links, Optional<Object> excluded) {
        var members = each(links, IdentityLink::getGroupId).stream()
                .flatMap(group -> Account.of(group).stream())
                .filter(account -> excluded.filter(account.id::equals).isEmpty());
        return Stream.concat(named(each(links, IdentityLink::getUserId)), members)
                .distinct()
                .limit(ENOUGH)
                .toList();
    }

    private static List<String> each(List<IdentityLink> links, Function<IdentityLink, String> part) {
        return links.stream().map(part).filter(Objects::nonNull).toList();
    }

    private static Stream<Account> named(List<String> ids) {
        return Stream.of(Account.values()).filter(account -> ids.contains(account.id));
    }

    private Optional<Object> keptOut(Task task) {
        return keptOut.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                .map(person -> runtime.getVariable(task.getProcessInstanceId(), person.name()));
    }
}
