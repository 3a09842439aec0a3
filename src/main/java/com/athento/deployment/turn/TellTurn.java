package com.athento.deployment.turn;

import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.Mail;
import com.athento.deployment.post.MailServer;
import com.athento.deployment.post.StaffLanguages;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.turn.TurnMail.State;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells one reader of the tasks that wait for them, in one mail and once. What somebody has taken or done meanwhile is
 * left out; where nothing is left, no mail leaves.
 */
@Component
class TellTurn implements LooseJob {

    static final String NAME = "tell-turn";

    private static final BinaryOperator<Told> LATEST = BinaryOperator.maxBy(Comparator.comparing(Told::occasion));

    private final TurnMailsInHand inHand;
    private final Turns turns;
    private final TurnLetter letter;
    private final StaffLanguages languages;
    private final MailServer server;
    private final Clock clock;

    TellTurn(
            TurnMailsInHand inHand,
            Turns turns,
            TurnLetter letter,
            StaffLanguages languages,
            MailServer server,
            Clock clock) {
        this.inHand = inHand;
        this.turns = turns;
        this.letter = letter;
        this.languages = languages;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        var time = JobTime.ofTheRunningJob();
        var held = inHand.hold(Long.parseLong(id), time.until());
        if (!held.isEmpty()) {
            // Where all of it is done by then, nobody has to read anything.
            var words = SingletonSupplier.of(
                    () -> new Words(languages.now().apply(held.get(0).address())));
            tell(held, words::obtain, time);
        }
    }

    private void tell(List<TurnMail> held, Supplier<Words> words, JobTime time) {
        var telling = new ArrayList<TurnMail>();
        var gone = new ArrayList<TurnMail>();
        // A task of which several things wait to be told is told once, with the latest of them.
        var told = new LinkedHashMap<String, Told>();
        for (var mail : held) {
            var turn = turns.of(mail, words);
            (turn.isPresent() ? telling : gone).add(mail);
            turn.ifPresent(known -> told.merge(mail.task(), new Told(mail.occasion(), known), LATEST));
        }
        inHand.record(gone, State.OBSOLETE);
        if (!told.isEmpty()) {
            tell(telling, List.copyOf(told.values()), words.get(), time);
        }
    }

    private void tell(List<TurnMail> telling, List<Told> told, Words words, JobTime time) {
        var state = State.SENDING;
        try {
            state = send(letter(telling.get(0), told, words), telling.get(0), told, time);
        } finally {
            inHand.record(telling, state);
        }
    }

    private State send(Mail letter, TurnMail first, List<Told> told, JobTime time) {
        var delivery = server.send(letter, List.of(first.address()), time);
        if (!delivery.postponed().isEmpty()) {
            throw new ToBeContinued(clock.instant(), "The mail server is slow; this mail goes on by itself");
        }
        delivery.complaint().ifPresent(complaint -> {
            throw notTold(first, told, complaint);
        });
        return delivery.accepted().isEmpty() ? State.REFUSED : State.SENT;
    }

    private static IllegalStateException notTold(TurnMail first, List<Told> told, String complaint) {
        return new IllegalStateException(
                "%s was not told that %d tasks wait, the first of them in %s: %s. Check the mail server, then retry this job."
                        .formatted(
                                first.address(), told.size(), told.get(0).turn().key(), complaint));
    }

    private Mail letter(TurnMail first, List<Told> told, Words words) {
        try {
            return letter.of(first, told, words, server.session(), clock.instant());
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
