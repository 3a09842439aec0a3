package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.post.Delivery;
import com.athento.deployment.post.MailServer;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sends what is on record and has not reached everybody yet. */
@Component
class DeliverMails {

    private final MailServer server;
    private final MessageLog log;
    private final FactSources sources;

    DeliverMails(MailServer server, MessageLog log, FactSources sources) {
        this.server = server;
        this.log = log;
        this.sources = sources;
    }

    /**
     * Every mail gets its turn, except that a server in trouble is not asked again: the others wait for the job's retry
     * with it.
     *
     * @return what did not work, one for each mail
     * @throws ToBeContinued if there is no time left for some, or another attempt is at it
     */
    List<MailNotSent> all(List<LoggedMail> onRecord, Situation situation, JobTime time) {
        var attempt = new Attempt(situation, time);
        var byMailing = onRecord.stream()
                .collect(Collectors.groupingBy(LoggedMail::mailing, LinkedHashMap::new, Collectors.toList()));
        for (var mailing : byMailing.entrySet()) {
            if (attempt.meetsTrouble(mailing.getKey(), mailing.getValue())) {
                break;
            }
        }
        return attempt.failures();
    }

    /** What one attempt came to so far. */
    private final class Attempt {

        private final List<MailNotSent> failures = new ArrayList<>();
        private final Situation situation;
        private final JobTime time;
        private boolean isProgress;
        private int waiting;

        Attempt(Situation situation, JobTime time) {
            this.situation = situation;
            this.time = time;
        }

        boolean meetsTrouble(Mailing mailing, List<LoggedMail> parts) {
            var deferred = new LinkedHashMap<String, String>();
            var refused = new LinkedHashMap<String, String>();
            boolean reached = parts.stream().anyMatch(part -> part.state() == State.SENT);
            boolean isOver = true;
            for (var part : open(parts)) {
                if (!time.isEnoughToBegin()) {
                    waiting += part.pending().all().size();
                    isOver = false;
                    continue;
                }
                var held = log.hold(part, time.until());
                if (held.state() == State.SENT) {
                    reached = true;
                    continue;
                }
                var delivery = send(held, mailing);
                log.record(held, delivery, time.until());
                if (delivery.trouble().isPresent()) {
                    failures.add(MailNotSent.trouble(
                            mailing, situation.key(), delivery.trouble().get()));
                    return true;
                }
                isProgress |= delivery.isProgress();
                isOver &= delivery.postponed().isEmpty();
                waiting += delivery.postponed().size();
                reached |= !delivery.accepted().isEmpty() || !held.accepted().isEmpty();
                deferred.putAll(delivery.deferred());
                refused.putAll(delivery.refused());
            }
            if (!deferred.isEmpty()) {
                failures.add(MailNotSent.deferred(mailing, situation.key(), deferred));
            } else if (!reached && isOver) {
                failures.add(MailNotSent.refused(mailing, situation.key(), refused));
            }
            return false;
        }

        private Delivery send(LoggedMail mail, Mailing mailing) {
            try {
                return server.send(
                        new Letter(
                                server.session(),
                                withItsLink(mail),
                                situation.key(),
                                sources.mails().sender(),
                                sources.mails().of(situation.answering(mailing.recipients())),
                                sources.clock().instant()),
                        mail.pending().all(),
                        time);
            } catch (MessagingException unwritable) {
                return Delivery.unwritable(String.valueOf(unwritable.getMessage()));
            }
        }

        /** Going on costs no attempt as long as it comes further. */
        List<MailNotSent> failures() {
            if (waiting > 0 && (isProgress || failures.isEmpty())) {
                throw new ToBeContinued(
                        sources.clock().instant(),
                        "The mail server is slow: the mails of %s have still to go to %d, which goes on by itself"
                                .formatted(situation.key(), waiting));
            }
            return failures;
        }
    }

    /** The log is read by many, a personal link by nobody but the recipient. */
    private LoggedMail withItsLink(LoggedMail mail) {
        return mail.rendered().hasPersonalLink() ? mail.with(log.link(mail)) : mail;
    }

    /** What has still to leave; where everybody was refused, all of it, since that may have changed. */
    private static List<LoggedMail> open(List<LoggedMail> parts) {
        var sending =
                parts.stream().filter(part -> part.state() == State.SENDING).toList();
        return !sending.isEmpty() || parts.stream().anyMatch(part -> part.state() == State.SENT)
                ? sending
                : parts.stream().map(LoggedMail::again).toList();
    }
}
