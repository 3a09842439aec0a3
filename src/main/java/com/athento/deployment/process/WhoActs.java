package com.athento.deployment.process;

import com.athento.deployment.intervention.Team;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who acts: the person whose command the engine executes. Our own jobs have none. */
@Component
public class WhoActs {

    /** Stands in the records where nobody was logged in. */
    private static final String APPLICATION = "application";

    private final IdentityService identity;

    WhoActs(IdentityService identity) {
        this.identity = identity;
    }

    /** Absent if the application itself acts. */
    public Optional<String> person() {
        return login().map(Authentication::getUserId);
    }

    /** Whether it is this account who acts. */
    public boolean isPerson(String account) {
        return person().filter(account::equals).isPresent();
    }

    /** Whoever acts, as a record names them. */
    public String recorded() {
        return person().orElse(APPLICATION);
    }

    /** Whoever answers a task: the assignee if the application answers for them. */
    Optional<String> doer(DelegateTask task) {
        return person().or(() -> Optional.ofNullable(task.getAssignee()));
    }

    /** Whoever answers a task, as a record names them. */
    public String recorded(DelegateTask task) {
        return doer(task).orElse(APPLICATION);
    }

    /** Whether a person acts who belongs to that team. */
    public boolean isIn(Team team) {
        return login().map(login -> login.getGroupIds() == null
                        ? isMember(login.getUserId(), team)
                        : login.getGroupIds().contains(team.id()))
                .orElse(false);
    }

    private boolean isMember(String person, Team team) {
        return identity.createGroupQuery()
                        .groupMember(person)
                        .groupId(team.id())
                        .count()
                > 0;
    }

    private Optional<Authentication> login() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).filter(login -> login.getUserId() != null);
    }
}
