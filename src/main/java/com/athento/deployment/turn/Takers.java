package com.athento.deployment.turn;

import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.KeptOut;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where those read their mail who can take a task: each team at its own address, where it has one, else each of its
 * members.
 */
@Component
class Takers {

    private static final Logger LOG = LoggerFactory.getLogger(Takers.class);

    private final ObjectProvider<IdentityService> people;
    private final KeptOut keptOut;
    private final MailProperties mails;

    Takers(ObjectProvider<IdentityService> people, KeptOut keptOut, MailProperties mails) {
        this.people = people;
        this.keptOut = keptOut;
        this.mails = mails;
    }

    /** Whoever has it already, as the step before was theirs, at their own address, and not whoever cannot do it. */
    Set<String> addresses(DelegateTask task) {
        var candidates = task.getCandidates();
        // Whoever completed the step before may not list their colleagues, and need not.
        var addresses = Context.getCommandContext()
                .runWithoutAuthorization(() -> addresses(candidates, task.getAssignee(), keptOut(task)));
        if (addresses.isEmpty()) {
            LOG.warn(
                    "Nobody can be told of a task of {}: no member has a mail address, and deployment.mail.teams has none",
                    named(candidates));
        }
        return addresses;
    }

    private Set<String> addresses(Set<IdentityLink> candidates, String assignee, Optional<String> excluded) {
        return Stream.concat(
                        candidates.stream().flatMap(one -> addresses(one, excluded)),
                        Stream.ofNullable(assignee).flatMap(this::address))
                .collect(Collectors.toCollection(Takers::none));
    }

    private static String named(Set<IdentityLink> candidates) {
        return candidates.stream()
                .map(one -> one.getGroupId() == null ? one.getUserId() : one.getGroupId())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A team, whatever it can take. */
    Set<String> addresses(Team team) {
        return Context.getCommandContext()
                .runWithoutAuthorization(
                        () -> addresses(team.id(), Optional.empty()).collect(Collectors.toCollection(Takers::none)));
    }

    /** A person, wherever they read their mail. */
    Set<String> addressOf(String person) {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> address(person).collect(Collectors.toCollection(Takers::none)));
    }

    /** Of equal addresses in other letters, one. */
    static Set<String> none() {
        return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    }

    private Optional<String> keptOut(DelegateTask task) {
        return keptOut.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                .flatMap(person -> person.find(task))
                .map(String::valueOf);
    }

    private Stream<String> addresses(IdentityLink candidate, Optional<String> excluded) {
        return candidate.getGroupId() == null
                ? address(candidate.getUserId())
                : addresses(candidate.getGroupId(), excluded);
    }

    private Stream<String> addresses(String group, Optional<String> excluded) {
        var team = own(group);
        return team.isPresent()
                ? team.stream()
                : people.getObject().createUserQuery().memberOfGroup(group).list().stream()
                        .filter(member ->
                                excluded.filter(member.getId()::equals).isEmpty())
                        .flatMap(Takers::address);
    }

    private Stream<String> address(String person) {
        return account(person).stream().flatMap(Takers::address);
    }

    private Optional<User> account(String person) {
        return Optional.ofNullable(
                people.getObject().createUserQuery().userId(person).singleResult());
    }

    private Optional<String> own(String group) {
        return Arrays.stream(Team.values())
                .filter(team -> team.id().equals(group))
                .findFirst()
                .flatMap(mails::ownAddress)
                .map(InternetAddress::getAddress);
    }

    /** What is no address was entered before addresses were judged, and nothing leaves for it. */
    private static Stream<String> address(User person) {
        return Stream.ofNullable(person.getEmail())
                .flatMap(email -> MailAddress.read(email.strip()).stream())
                .map(MailAddress::text);
    }
}
