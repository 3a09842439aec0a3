package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.NOTICE_CHANNELS;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.Channels;
import com.athento.deployment.mail.Recipients.Reader;
import com.athento.deployment.register.Contact.Role;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the client's people read.
 *
 * @param chunk the most end users of one mail
 */
record ClientReaders(Situation situation, int chunk) {

    private static final Logger LOG = LoggerFactory.getLogger(ClientReaders.class);

    /** @throws MailNotSent if the register names none */
    Envelope contact() {
        var envelope = Envelope.openly(
                situation.people().at(Role.CONTACT), situation.people().at(Role.DEPUTY));
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
    Envelope contactAndThePromised() {
        var contact = contact();
        return Envelope.openly(contact.to(), both(contact.cc(), situation.reached(Reader.CONTACT)));
    }

    /** A question reaches each deputy by a mail of their own, and what follows in copy. */
    Envelope informedContact() {
        var deputies = Envelope.openly(List.of(), situation.people().at(Role.DEPUTY));
        return Envelope.openly(
                situation.told(Reader.CONTACT).stream()
                        .flatMap(mail -> mail.reached().to().stream())
                        .filter(address -> !deputies.reaches(address))
                        .toList(),
                situation.reached(Reader.CONTACT));
    }

    /** Where the client has named no project team, its contact gets what is meant for it. */
    Envelope projectTeam() {
        var team = situation.people().at(Role.PROJECT_TEAM);
        return team.isEmpty() ? contact() : Envelope.openly(team, List.of());
    }

    /** Whoever was told by mail hears by mail how it goes on, whatever the channels and the register say now. */
    List<Envelope> endUsers() {
        var promised = situation.reached(Reader.END_USERS);
        return Envelope.discreetly(toldByMail() ? both(namedEndUsers(), promised) : promised, chunk);
    }

    private boolean toldByMail() {
        return NOTICE_CHANNELS
                .find(situation.variables())
                .map(Channels::of)
                .filter(channels -> channels.include(Channel.EMAIL))
                .isPresent();
    }

    private List<String> namedEndUsers() {
        var users = situation.people().at(Role.END_USERS);
        if (users.isEmpty()) {
            LOG.warn(
                    "{}: the end users shall be told by e-mail, but the client {} has no contact with role END_USERS in the register",
                    situation.key(),
                    situation.client().code());
        }
        return users;
    }

    List<Envelope> informedEndUsers() {
        return Envelope.discreetly(situation.reached(Reader.END_USERS), chunk);
    }

    List<Envelope> uninformedEndUsers() {
        return doEndUsersKnowThisWindow() ? List.of() : endUsers();
    }

    private boolean doEndUsersKnowThisWindow() {
        return situation
                .toldLast(Reader.END_USERS)
                .filter(last -> last.mailing().template().equals("user-notice"))
                .filter(last -> last.of(situation.windowStart(), situation.downtimeMinutes()))
                .isPresent();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
