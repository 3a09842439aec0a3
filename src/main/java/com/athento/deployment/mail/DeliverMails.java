package com.athento.deployment.mail;

import com.athento.deployment.post.Delivery;
import com.athento.deployment.post.MailServer;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sends what is on record and has not reached everybody yet. */
@Component
class DeliverMails {

    private final MailServer server;
    private final MailsInHand inHand;
    private final PersonalLinks links;
    private final FactSources sources;

    DeliverMails(MailServer server, MailsInHand inHand, PersonalLinks links, FactSources sources) {
        this.server = server;
        this.inHand = inHand;
        this.links = links;
        this.sources = sources;
    }

    /**
     * Every mail gets its turn, except that a server in trouble is not asked again: the others wait for the job's retry
     * with it.
     *
     * @return what did not work, one for each mail
     * @throws ToBeContinued if there is no time left for some, or another attempt is at it
     */
    List<MailNotSent> all(Begun onRecord, Situation situation, JobTime time) {
        var attempt = new Attempt(situation, time, onRecord.isInHand());
        var begun = new ArrayList<Progress>();
        deliver(byMailing(onRecord.mails()), begun, attempt);
        letGo(onRecord, begun, time);
        var failures = begun.stream()
                .flatMap(mailing -> mailing.failure(situation.key()).stream())
                .toList();
        goOnIfSlow(begun, failures, situation);
        return failures;
    }

    /** @param isInHand whether it has all mails in hand */
    private record Attempt(Situation situation, JobTime time, boolean isInHand) {}

    private void deliver(Collection<List<LoggedMail>> mailings, List<Progress> begun, Attempt attempt) {
        for (var parts : mailings) {
            var mailing = new Progress(parts);
            begun.add(mailing);
            deliver(mailing, attempt);
            if (mailing.isInTrouble()) {
                return;
            }
        }
    }

    private void letGo(Begun onRecord, List<Progress> begun, JobTime time) {
        var came = begun.stream().mapToInt(Progress::settled).sum();
        if (onRecord.isInHand() && came < onRecord.mails().size()) {
            inHand.letGo(onRecord.mails().get(0).job(), time.until());
        }
    }

    private static Collection<List<LoggedMail>> byMailing(List<LoggedMail> onRecord) {
        return onRecord.stream()
                .collect(Collectors.groupingBy(LoggedMail::mailing, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Going on costs no attempt as long as it comes further. */
    private void goOnIfSlow(List<Progress> begun, List<MailNotSent> failures, Situation situation) {
        var waiting = begun.stream().mapToInt(Progress::waiting).sum();
        if (waiting > 0 && (failures.isEmpty() || begun.stream().anyMatch(Progress::cameFurther))) {
            throw new ToBeContinued(
                    sources.clock().instant(),
                    "The mail server is slow: the mails of %s have still to go to %d, which goes on by itself"
                            .formatted(situation.key(), waiting));
        }
    }

    private void deliver(Progress mailing, Attempt attempt) {
        for (var part : mailing.open()) {
            if (!attempt.time().isEnoughToBegin()) {
                mailing.waits(part);
            } else {
                deliver(part, mailing, attempt);
            }
            if (mailing.isInTrouble()) {
                return;
            }
        }
    }

    private void deliver(LoggedMail part, Progress mailing, Attempt attempt) {
        var until = attempt.time().until();
        var held = attempt.isInHand() ? part : inHand.take(part, until);
        if (held.isSent()) {
            mailing.sentMeanwhile();
            return;
        }
        var delivery = send(held, attempt);
        var after = held.after(delivery);
        inHand.putBack(after, until);
        mailing.add(delivery, after);
    }

    private Delivery send(LoggedMail mail, Attempt attempt) {
        try {
            return server.send(
                    letter(links.in(mail), attempt.situation()), mail.pending().all(), attempt.time());
        } catch (MessagingException unwritable) {
            return Delivery.unwritable(String.valueOf(unwritable.getMessage()));
        }
    }

    private Letter letter(LoggedMail mail, Situation situation) throws MessagingException {
        var mails = sources.mails();
        return new Letter(
                server.session(),
                mail,
                situation.key(),
                mails.sender(),
                mails.of(situation.answering(mail.mailing().recipients())),
                sources.clock().instant());
    }
}
