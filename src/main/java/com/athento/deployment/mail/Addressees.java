package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.ENDED_BY;
import static com.athento.deployment.process.Variables.NOTICE_CHANNELS;
import static com.athento.deployment.process.Variables.OUTCOME;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REQUESTER;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.mail.Recipients.Reader;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.register.Contact.Role;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whom a mail goes to; nobody is an answer, too. */
@Component
class Addressees {

    private static final Logger LOG = LoggerFactory.getLogger(Addressees.class);

    /** Mails that an intervention sends once, however often their step is passed. */
    private static final List<String> ONCE = List.of("point-of-no-return");

    /** Mails that tell colleagues of a rollback while it lasts. */
    private static final List<String> OF_A_ROLLBACK = List.of("rollback-for-colleagues", "recovery-call");

    private static final List<Team> AT_WORK = List.of(Team.SYSTEMS, Team.QA, Team.SUPPORT);

    private static final List<Team> RESPONSIBLE = List.of(Team.MANAGERS, Team.PROJECT, Team.PRODUCT);

    private final IdentityService people;
    private final MailProperties mails;

    Addressees(IdentityService people, MailProperties mails) {
        this.people = people;
        this.mails = mails;
    }

    /**
     * @return one envelope for each mail to send; none if there is nobody to tell
     * @throws MailNotSent if the register names nobody whom the client must have named
     */
    List<Envelope> of(Mailing mailing, Situation situation) {
        return isNews(mailing, situation)
                ? envelopes(mailing, situation).stream()
                        .filter(envelope -> !envelope.isEmpty())
                        .toList()
                : List.of();
    }

    private static boolean isNews(Mailing mailing, Situation situation) {
        if (mailing.announcesChange()) {
            return !isKnown(mailing, situation);
        }
        return switch (mailing.template()) {
            // That they are colleagues says it, with the end of the entry in their calendar.
            case "ending-for-requester" -> situation.told(Reader.COLLEAGUES).isEmpty();
            case "result-for-colleagues" -> isEndOfARollback(situation);
            default ->
                !ONCE.contains(mailing.template())
                        || situation.told().stream()
                                .noneMatch(told -> told.mailing().equals(mailing));
        };
    }

    /** Whoever was called hears that it is over also where the new version runs after all. */
    private static boolean isEndOfARollback(Situation situation) {
        return OUTCOME.find(situation.variables())
                        .filter(Outcome.ROLLED_BACK::equals)
                        .isPresent()
                || situation.told().stream()
                        .anyMatch(told -> OF_A_ROLLBACK.contains(told.mailing().template()));
    }

    /** Whoever was told so before a plan that came to nothing, or said so themselves, knows. */
    private static boolean isKnown(Mailing change, Situation situation) {
        var reader = change.recipients().reader();
        return situation
                        .toldLast(reader)
                        .filter(last -> last.mailing().announcesChange())
                        .isPresent()
                || (reader == Reader.CONTACT
                        && REPLAN_CAUSE
                                .find(situation.variables())
                                .filter(ReplanCause.CONTACT_ANSWER::equals)
                                .isPresent());
    }

    private List<Envelope> envelopes(Mailing mailing, Situation situation) {
        var recipients = mailing.recipients();
        return switch (recipients) {
            case CONTACT ->
                List.of(
                        mailing.template().equals("window-confirmed")
                                ? withThePromised(contact(situation), situation)
                                : contact(situation));
            case INFORMED_CONTACT -> List.of(informedContact(situation));
            case END_USERS -> endUsers(situation);
            case INFORMED_END_USERS -> informedEndUsers(situation);
            case UNINFORMED_END_USERS -> knowThisWindow(situation) ? List.of() : endUsers(situation);
            case PROJECT_TEAM -> List.of(projectTeam(situation));
            case COLLEAGUES -> List.of(colleagues(situation));
            case INFORMED_COLLEAGUES -> List.of(Envelope.openly(reached(Reader.COLLEAGUES, situation), List.of()));
            case RESPONSIBLE ->
                List.of(Envelope.openly(inside(RESPONSIBLE, situation).toList(), List.of()));
            case REQUESTER -> requester(situation);
            case PRODUCT, PROJECT, SUPPORT, SYSTEMS, QA, MANAGERS ->
                List.of(team(recipients.team().orElseThrow(), situation));
        };
    }

    private static Envelope contact(Situation situation) {
        var envelope = Envelope.openly(situation.at(Role.CONTACT), situation.at(Role.DEPUTY));
        if (envelope.isEmpty()) {
            throw new MailNotSent("the client %s has no contact; add one with role CONTACT to the register"
                    .formatted(situation.client().code()));
        }
        return envelope;
    }

    /**
     * Whoever has left the register since, and was told of another date, hears which one stands. A question is for
     * those alone who may answer it.
     */
    private static Envelope withThePromised(Envelope contact, Situation situation) {
        return Envelope.openly(
                contact.to(),
                Stream.concat(contact.cc().stream(), reached(Reader.CONTACT, situation).stream())
                        .toList());
    }

    /** Where the client has named no project team, its contact gets what is meant for it. */
    private static Envelope projectTeam(Situation situation) {
        var team = situation.at(Role.PROJECT_TEAM);
        return team.isEmpty() ? contact(situation) : Envelope.openly(team, List.of());
    }

    /** Whoever was told by mail hears by mail how it goes on, whatever the channels and the register say now. */
    private List<Envelope> endUsers(Situation situation) {
        var promised = reached(Reader.END_USERS, situation);
        if (!toldByMail(situation)) {
            return Envelope.discreetly(promised, mails.chunk());
        }
        var users = situation.at(Role.END_USERS);
        if (users.isEmpty()) {
            LOG.warn(
                    "{}: the end users shall be told by e-mail, but the client {} has no contact with role END_USERS in the register",
                    situation.key(),
                    situation.client().code());
        }
        return Envelope.discreetly(
                Stream.concat(users.stream(), promised.stream()).toList(), mails.chunk());
    }

    private static List<String> reached(Reader reader, Situation situation) {
        return situation.told(reader).stream()
                .flatMap(mail -> mail.reached().all().stream())
                .toList();
    }

    private static boolean toldByMail(Situation situation) {
        return NOTICE_CHANNELS
                .find(situation.variables())
                .filter(Channel.EMAIL::isAmong)
                .isPresent();
    }

    /** A question reaches each deputy by a mail of their own, and what follows in copy. */
    private static Envelope informedContact(Situation situation) {
        var told = situation.told(Reader.CONTACT);
        var deputies = Envelope.openly(List.of(), situation.at(Role.DEPUTY));
        return Envelope.openly(
                told.stream()
                        .flatMap(mail -> mail.reached().to().stream())
                        .filter(address -> !deputies.reaches(address))
                        .toList(),
                told.stream().flatMap(mail -> mail.reached().all().stream()).toList());
    }

    private List<Envelope> informedEndUsers(Situation situation) {
        return Envelope.discreetly(reached(Reader.END_USERS, situation), mails.chunk());
    }

    private static boolean knowThisWindow(Situation situation) {
        return situation
                .toldLast(Reader.END_USERS)
                .filter(last -> last.mailing().template().equals("user-notice"))
                .filter(last -> last.of(situation.windowStart(), situation.downtimeMinutes()))
                .isPresent();
    }

    /** With whoever has left since, and was told of another date. */
    private Envelope colleagues(Situation situation) {
        return Envelope.openly(
                Stream.concat(inside(AT_WORK, situation), reached(Reader.COLLEAGUES, situation).stream())
                        .toList(),
                List.of());
    }

    /**
     * Teams, each at its own address where it has one, else its members, and the requester, who hears it with their
     * team if it is one of these.
     */
    private Stream<String> inside(List<Team> teams, Situation situation) {
        return Stream.concat(
                teams.stream().anyMatch(team -> isRequestersOwn(team, situation))
                        ? Stream.of()
                        : address(situation).stream(),
                teams.stream()
                        .flatMap(team ->
                                own(team).map(Stream::of).orElseGet(() -> team(team, situation).to().stream())));
    }

    private boolean isRequestersOwn(Team team, Situation situation) {
        return people.createUserQuery()
                        .memberOfGroup(team.id())
                        .userId(REQUESTER.in(situation.variables()))
                        .count()
                > 0;
    }

    private Optional<String> own(Team team) {
        return mails.ownAddress(team).map(InternetAddress::getAddress);
    }

    private List<Envelope> requester(Situation situation) {
        var requester = REQUESTER.in(situation.variables());
        if (ENDED_BY.find(situation.variables()).filter(requester::equals).isPresent()) {
            return List.of();
        }
        return List.of(Envelope.openly(address(situation).stream().toList(), List.of()));
    }

    /** The requester's. */
    private Optional<String> address(Situation situation) {
        var requester = REQUESTER.in(situation.variables());
        var address = Optional.ofNullable(
                        people.createUserQuery().userId(requester).singleResult())
                .flatMap(Addressees::address);
        if (address.isEmpty()) {
            LOG.warn("{}: the account {} has no mail address", situation.key(), requester);
        }
        return address;
    }

    private Envelope team(Team team, Situation situation) {
        var members = people.createUserQuery().memberOfGroup(team.id()).list().stream()
                .flatMap(member -> address(member).stream())
                .sorted()
                .toList();
        if (!members.isEmpty()) {
            return Envelope.openly(members, List.of());
        }
        var shared = own(team).stream().toList();
        if (shared.isEmpty()) {
            LOG.warn(
                    "{}: nobody in the group {} has a mail address, and deployment.mail.teams.{} is not set",
                    situation.key(),
                    team.id(),
                    team.id());
        }
        return Envelope.openly(shared, List.of());
    }

    private static Optional<String> address(User person) {
        return Stream.of(person.getEmail())
                .filter(Objects::nonNull)
                .map(address -> address.replaceAll("\\s", ""))
                .filter(address -> !address.isEmpty())
                .findFirst();
    }
}
