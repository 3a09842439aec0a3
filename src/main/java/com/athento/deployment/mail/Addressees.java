package com.athento.deployment.mail;

import com.athento.deployment.post.MailProperties;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Whom a mail goes to; nobody is an answer, too. */
@Component
class Addressees {

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
        if (!new News(mailing, situation).isAny()) {
            return List.of();
        }
        return envelopes(mailing, situation).stream()
                .filter(envelope -> !envelope.isEmpty())
                .toList();
    }

    private List<Envelope> envelopes(Mailing mailing, Situation situation) {
        var client = new ClientReaders(situation, mails.chunk());
        return switch (mailing.recipients()) {
            case END_USERS -> client.endUsers();
            case INFORMED_END_USERS -> client.informedEndUsers();
            case UNINFORMED_END_USERS -> client.uninformedEndUsers();
            default -> List.of(envelope(mailing, client, new StaffReaders(situation, people, mails)));
        };
    }

    private static Envelope envelope(Mailing mailing, ClientReaders client, StaffReaders staff) {
        return switch (mailing.recipients()) {
            case CONTACT ->
                mailing.template().equals("window-confirmed") ? client.contactAndThePromised() : client.contact();
            case INFORMED_CONTACT -> client.informedContact();
            case PROJECT_TEAM -> client.projectTeam();
            case COLLEAGUES -> staff.colleagues();
            case INFORMED_COLLEAGUES -> staff.informedColleagues();
            case RESPONSIBLE -> staff.responsible();
            case REQUESTER -> staff.requester();
            default -> staff.team(mailing.recipients().team().orElseThrow());
        };
    }
}
