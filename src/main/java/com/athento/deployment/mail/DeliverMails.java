package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
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
     * Every mail gets its turn, except that a server in trouble is not asked again: the others wait
     * for the job's retry with it.
     *
     * @return what did not work, one for each mail
     */
    List<MailNotSent> all(List<LoggedMail> onRecord, Situation situation) {
        var failures = new ArrayList<MailNotSent>();
        var byMailing =
                onRecord.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LoggedMail::mailing,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        for (var mailing : byMailing.entrySet()) {
            if (deliver(mailing.getKey(), mailing.getValue(), situation, failures)) {
                break;
            }
        }
        return failures;
    }

    /** Whether the server is in trouble. */
    private boolean deliver(
            Mailing mailing,
            List<LoggedMail> parts,
            Situation situation,
            List<MailNotSent> failures) {
        var deferred = new LinkedHashMap<String, String>();
        var refused = new LinkedHashMap<String, String>();
        boolean reached = parts.stream().anyMatch(part -> part.state() == State.SENT);
        for (var part : open(parts)) {
            var delivery =
                    server.send(
                            withItsLink(part),
                            situation.key(),
                            sources.mails().of(situation.answering(mailing.recipients())));
            log.record(part, delivery);
            if (delivery.trouble().isPresent()) {
                failures.add(
                        MailNotSent.trouble(mailing, situation.key(), delivery.trouble().get()));
                return true;
            }
            reached |= !delivery.accepted().isEmpty() || !part.accepted().isEmpty();
            deferred.putAll(delivery.deferred());
            refused.putAll(delivery.refused());
        }
        if (!deferred.isEmpty()) {
            failures.add(MailNotSent.deferred(mailing, situation.key(), deferred));
        } else if (!reached) {
            failures.add(MailNotSent.refused(mailing, situation.key(), refused));
        }
        return false;
    }

    /** The log is read by many, a personal link by nobody but the recipient. */
    private LoggedMail withItsLink(LoggedMail mail) {
        return mail.rendered().hasPersonalLink() ? mail.with(log.link(mail)) : mail;
    }

    /**
     * What has still to leave; where everybody was refused, all of it, since that may have changed.
     */
    private static List<LoggedMail> open(List<LoggedMail> parts) {
        var sending = parts.stream().filter(part -> part.state() == State.SENDING).toList();
        return !sending.isEmpty() || parts.stream().anyMatch(part -> part.state() == State.SENT)
                ? sending
                : parts.stream().map(LoggedMail::again).toList();
    }
}
