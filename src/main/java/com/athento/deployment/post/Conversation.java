package com.athento.deployment.post;

import com.athento.deployment.process.jobs.JobTime;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * An SMTP conversation that ends in time, however slow the server: it asks about as many recipients as it can, sends to
 * those, and leaves the others to the next one. No mail leaves after its time. One mail may follow the other.
 */
class Conversation extends SMTPTransport {

    private static final String ASKING = "RCPT TO:";

    /** A reply like a full mailbox's: the address is fine, but not now. */
    private static final int NOT_NOW = 452;

    private final JobTime time;
    private final Set<String> notAsked = new HashSet<>();
    private boolean isAsking;
    private boolean isSkipping;
    private boolean hasBegun;
    private boolean hasRecipients;

    /** @param plainAllowed whether it may go on in clear where the server offers no TLS */
    Conversation(Session session, String protocol, boolean plainAllowed, JobTime time) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
        this.time = time;
        setStartTLS(true);
        setRequireStartTLS(!plainAllowed);
    }

    /** Connects, unless it has. */
    void begin(JavaMailSenderImpl settings) throws MessagingException {
        if (!hasBegun) {
            hasBegun = true;
            connect(
                    settings.getHost(),
                    settings.getPort(),
                    given(settings.getUsername()),
                    given(settings.getPassword()));
        }
    }

    private static String given(String login) {
        return StringUtils.hasLength(login) ? login : null;
    }

    @Override
    public synchronized void sendMessage(Message letter, Address[] recipients) throws MessagingException {
        notAsked.clear();
        hasRecipients = false;
        super.sendMessage(letter, recipients);
    }

    @Override
    protected void rcptTo() throws MessagingException {
        super.rcptTo();
        hasRecipients = true;
    }

    /**
     * Whether the server knows of its last mail whom it is for, and is told what it says: it may have taken it from
     * then on, whatever we hear of that.
     */
    boolean hasRecipients() {
        return hasRecipients;
    }

    /** The first recipient is asked about in any case, so that each attempt comes further. */
    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (command.startsWith(ASKING) && isAsking && !time.isEnoughToBegin()) {
            notAsked.add(command);
            isSkipping = true;
            return;
        }
        isAsking = command.startsWith(ASKING);
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (isSkipping) {
            isSkipping = false;
            return NOT_NOW;
        }
        return super.readServerResponse();
    }

    /** Until the last line the server has taken nothing. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!time.isEnoughToFinish()) {
            throw new IOException("the mail server is too slow to take the mail in time");
        }
        super.finishData();
    }

    boolean hasNotAsked(SMTPAddressFailedException about) {
        return notAsked.contains(about.getCommand());
    }
}
