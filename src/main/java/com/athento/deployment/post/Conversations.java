package com.athento.deployment.post;

import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.process.jobs.JobTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** What one attempt of a job says to the mail server: its mails go one after the other over one connection. */
public final class Conversations implements AutoCloseable {

    private final Line plain;
    private final Line beyondAscii;
    private final JobTime time;

    /** @param beyondAscii for mails that need SMTPUTF8 */
    Conversations(Line plain, Line beyondAscii, JobTime time) {
        this.plain = plain;
        this.beyondAscii = beyondAscii;
        this.time = time;
    }

    /**
     * Sends a mail once; the engine's job is the only retry. Each address is judged alone before the conversation: one
     * that no server could be asked about must not spoil it for the others.
     */
    public Delivery send(SMTPMessage letter, Collection<String> recipients) {
        var unknown = new LinkedHashSet<String>();
        var known = new LinkedHashSet<String>();
        var beyond = new LinkedHashSet<String>();
        for (var recipient : recipients) {
            var address = MailAddress.read(recipient).filter(one -> one.text().equals(recipient));
            (address.isEmpty() ? unknown : address.get().isAscii() ? known : beyond).add(recipient);
        }
        var delivery = Delivery.refused(unknown, "is no mail address");
        if (!known.isEmpty()) {
            beyondAscii.close();
            delivery = delivery.and(plain.send(letter, known));
        }
        if (beyond.isEmpty() || delivery.trouble().isPresent()) {
            return delivery;
        }
        if (!known.isEmpty() && !time.isEnoughToBegin()) {
            return delivery.and(Delivery.postponed(beyond));
        }
        // By themselves: a mail that needs the extension is passed on to nobody without it. A server may have but one
        // ear for us.
        plain.close();
        return delivery.and(beyondAscii.send(letter, beyond));
    }

    @Override
    public void close() {
        plain.close();
        beyondAscii.close();
    }
}
