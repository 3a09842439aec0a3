package com.athento.deployment.process;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Team;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
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

    /** Absent if the application itself acts. */
    public Optional<Person> who() {
        return login().map(login -> new Person(login.getUserId(), groups(login)));
    }

    /** @throws Refused if nobody is logged in */
    public Person somebody() {
        return who().orElseThrow(() -> new Refused(Refused.Reason.FORBIDDEN, "refused.login.none"));
    }

    /** Whoever has this account: those who only read do not act in the engine. */
    public Person holder(String account) {
        return new Person(account, registered(account));
    }

    private Set<String> groups(Authentication login) {
        return login.getGroupIds() == null ? registered(login.getUserId()) : Set.copyOf(login.getGroupIds());
    }

    private Set<String> registered(String account) {
        return identity.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
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
        return who().filter(person -> person.isIn(team)).isPresent();
    }

    private Optional<Authentication> login() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).filter(login -> login.getUserId() != null);
    }
}
