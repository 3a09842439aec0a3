package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.post.Conversations;
import com.athento.deployment.post.Delivery;
import com.athento.deployment.post.MailServer;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Comparator;
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
     * Every mail gets its turn, in as many attempts as it takes, except that a server in trouble is not asked again:
     * the others wait for the job's retry with it.
     *
     * @return what did not work, one for each mail
     * @throws ToBeContinued if some are left for another attempt, or another one is at it
     */
    List<MailNotSent> all(Begun onRecord, Situation situation, JobTime time) {
        var mailings = mailings(onRecord.mails());
        var attempt = new Attempt(time);
        try (var conversations = server.conversations(time)) {
            deliver(open(mailings), attempt, new Talk(onRecord, situation, time.until(), conversations));
        }
        letGo(onRecord, mailings, time.until());
        var failures = mailings.stream()
                .flatMap(mailing -> mailing.failure(situation.key()).stream())
                .toList();
        goOnIfAnyWait(mailings, failures, attempt, situation);
        return failures;
    }

    /** What this attempt says, and for how long it has its mails in hand. */
    private record Talk(Begun onRecord, Situation situation, Instant until, Conversations server) {}

    private record Part(Progress mailing, LoggedMail mail) {}

    private static List<Progress> mailings(List<LoggedMail> onRecord) {
        return onRecord.stream()
                .collect(Collectors.groupingBy(LoggedMail::mailing, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Progress::new)
                .toList();
    }

    /** Otherwise those that a server puts off would keep the others waiting for ever. */
    private static List<Part> open(List<Progress> mailings) {
        return mailings.stream()
                .flatMap(mailing -> mailing.open().stream().map(mail -> new Part(mailing, mail)))
                .sorted(Comparator.comparingInt(part -> part.mail().tries()))
                .toList();
    }

    private void deliver(List<Part> open, Attempt attempt, Talk talk) {
        for (var part : open) {
            if (attempt.begins(part.mail())) {
                deliver(part, talk);
            } else {
                part.mailing().waits(part.mail());
            }
            if (part.mailing().isInTrouble()) {
                return;
            }
        }
    }

    private void deliver(Part part, Talk talk) {
        var held = talk.onRecord().inHand(part.mail()).orElseGet(() -> inHand.take(part.mail(), talk.until()));
        if (held.mail().state() != State.SENDING) {
            part.mailing().doneMeanwhile(held.mail());
            return;
        }
        var delivery = send(held, talk);
        var after = held.mail().after(delivery);
        inHand.putBack(after, talk.until());
        part.mailing().add(delivery, after);
    }

    private void letGo(Begun onRecord, List<Progress> mailings, Instant until) {
        var came = mailings.stream().mapToInt(Progress::settled).sum();
        if (came < onRecord.inHand().size()) {
            inHand.letGo(onRecord.inHand().get(0).mail().job(), until);
        }
    }

    /** Going on costs no attempt as long as it comes further, or to others. */
    private void goOnIfAnyWait(
            List<Progress> mailings, List<MailNotSent> failures, Attempt attempt, Situation situation) {
        var waiting = mailings.stream().mapToInt(Progress::waiting).sum();
        if (waiting > 0
                && (failures.isEmpty()
                        || attempt.isPartOfARound()
                        || mailings.stream().anyMatch(Progress::cameFurther))) {
            throw new ToBeContinued(
                    sources.clock().instant(),
                    "The mails of %s have still to go to %d, which goes on by itself"
                            .formatted(situation.key(), waiting));
        }
    }

    private Delivery send(MailInHand held, Talk talk) {
        try {
            return talk.server()
                    .send(
                            letter(links.in(held), talk.situation()),
                            held.mail().pending().all());
        } catch (MessagingException unwritable) {
            return Delivery.unwritable(String.valueOf(unwritable.getMessage()));
        }
    }

    private Letter letter(MailInHand held, Situation situation) throws MessagingException {
        var mails = sources.mails();
        return new Letter(
                server.session(),
                held,
                situation.key(),
                mails.sender(),
                mails.of(situation.answering(held.mail().mailing().recipients())),
                sources.clock().instant());
    }
}
