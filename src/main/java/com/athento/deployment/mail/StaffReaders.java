package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.ENDED_BY;
import static com.athento.deployment.process.Variables.REQUESTER;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.mail.Recipients.Reader;
import com.athento.deployment.post.MailProperties;
import jakarta.mail.internet.InternetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where our own people read; each team's members are read once. */
class StaffReaders {

    private static final Logger LOG = LoggerFactory.getLogger(StaffReaders.class);

    private static final List<Team> AT_WORK = List.of(Team.SYSTEMS, Team.QA, Team.SUPPORT);

    private static final List<Team> RESPONSIBLE = List.of(Team.MANAGERS, Team.PROJECT, Team.PRODUCT);

    private final Situation situation;
    private final IdentityService people;
    private final MailProperties mails;
    private final Map<Team, List<User>> members = new EnumMap<>(Team.class);

    StaffReaders(Situation situation, IdentityService people, MailProperties mails) {
        this.situation = situation;
        this.people = people;
        this.mails = mails;
    }

    /** With whoever has left since, and was told of another date. */
    Envelope colleagues() {
        return openly(Stream.concat(requesterAnd(AT_WORK), situation.reached(Reader.COLLEAGUES).stream()));
    }

    Envelope informedColleagues() {
        return openly(situation.reached(Reader.COLLEAGUES).stream());
    }

    Envelope responsible() {
        return openly(requesterAnd(RESPONSIBLE));
    }

    /** To nobody where the requester ended it. */
    Envelope requester() {
        var isTheirEnd = ENDED_BY.find(situation.variables())
                .filter(requesterId()::equals)
                .isPresent();
        return openly(isTheirEnd ? Stream.of() : requesterAddress().stream());
    }

    /** Each member, or where none has an address, the team's own one. */
    Envelope team(Team team) {
        var members = membersOf(team);
        return openly((members.isEmpty() ? namedFor(team) : members).stream());
    }

    /**
     * Teams, each at its own address where it has one, else its members, and the requester, who hears it with their
     * team if it is one of these.
     */
    private Stream<String> requesterAnd(List<Team> teams) {
        return Stream.concat(
                teams.stream().anyMatch(this::isRequestersOwn) ? Stream.of() : requesterAddress().stream(),
                teams.stream().flatMap(team -> own(team).map(Stream::of).orElseGet(() -> team(team).to().stream())));
    }

    private boolean isRequestersOwn(Team team) {
        return members(team).stream().map(User::getId).anyMatch(requesterId()::equals);
    }

    private String requesterId() {
        return REQUESTER.in(situation.variables());
    }

    private Optional<String> requesterAddress() {
        var account = people.createUserQuery().userId(requesterId()).singleResult();
        var address = Optional.ofNullable(account).flatMap(StaffReaders::address);
        if (address.isEmpty()) {
            LOG.warn("{}: the account {} has no mail address", situation.key(), requesterId());
        }
        return address;
    }

    private List<String> membersOf(Team team) {
        return members(team).stream()
                .flatMap(member -> address(member).stream())
                .sorted()
                .toList();
    }

    private List<User> members(Team team) {
        return members.computeIfAbsent(
                team, one -> people.createUserQuery().memberOfGroup(one.id()).list());
    }

    private List<String> namedFor(Team team) {
        var named = own(team).stream().toList();
        if (named.isEmpty()) {
            LOG.warn(
                    "{}: nobody in the group {} has a mail address, and deployment.mail.teams.{} is not set",
                    situation.key(),
                    team.id(),
                    team.id());
        }
        return named;
    }

    private Optional<String> own(Team team) {
        return mails.ownAddress(team).map(InternetAddress::getAddress);
    }

    private static Optional<String> address(User person) {
        return Optional.ofNullable(person.getEmail())
                .map(address -> address.replaceAll("\\s", ""))
                .filter(address -> !address.isEmpty());
    }

    private static Envelope openly(Stream<String> addresses) {
        return Envelope.openly(addresses.toList(), List.of());
    }
}
