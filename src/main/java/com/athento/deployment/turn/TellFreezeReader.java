package com.athento.deployment.turn;

import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.Mail;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.post.MailServer;
import com.athento.deployment.post.StaffLanguages;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.freezes.Freeze;
import com.athento.deployment.schedule.freezes.FreezeHits;
import com.athento.deployment.schedule.freezes.Freezes;
import com.athento.deployment.schedule.freezes.Hit;
import com.athento.deployment.turn.TurnMail.State;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells one reader, in one mail and once, which interventions a freeze hits; those that it does not hit any more are
 * left out.
 */
@Component
class TellFreezeReader implements LooseJob {

    static final String NAME = "tell-freeze-reader";

    private final Freezes freezes;
    private final FreezeHits hits;
    private final FreezeMails mails;
    private final TurnLetter letter;
    private final Register register;
    private final StaffLanguages languages;
    private final MailServer server;
    private final MailProperties settings;
    private final Clock clock;

    TellFreezeReader(
            Freezes freezes,
            FreezeHits hits,
            FreezeMails mails,
            TurnLetter letter,
            Register register,
            StaffLanguages languages,
            MailServer server,
            MailProperties settings,
            Clock clock) {
        this.freezes = freezes;
        this.hits = hits;
        this.mails = mails;
        this.letter = letter;
        this.register = register;
        this.languages = languages;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    static String argument(long freeze, String address) {
        return "%d %s".formatted(freeze, address);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        var parts = argument.split(" ", 2);
        var id = Long.parseLong(parts[0]);
        var time = JobTime.ofTheRunningJob();
        var held = mails.hold(id, parts[1], time.until());
        if (held.isEmpty()) {
            return;
        }
        var hit = freezes.find(id).map(hits::of).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        one -> one.window().interventionKey(), Function.identity(), (one, same) -> one));
        var gone = held.stream()
                .filter(mail -> !hit.containsKey(mail.interventionKey()))
                .toList();
        mails.record(gone, State.OBSOLETE);
        var telling = held.stream()
                .filter(mail -> hit.containsKey(mail.interventionKey()))
                .toList();
        if (!telling.isEmpty()) {
            tell(telling, hit, parts[1], time);
        }
    }

    private void tell(List<FreezeMail> telling, Map<String, Hit> hit, String address, JobTime time) {
        var state = State.SENDING;
        try {
            var told = telling.stream()
                    .map(mail -> hit.get(mail.interventionKey()))
                    .toList();
            state = send(mail(telling.get(0).mail().orElseThrow(), told, address), address, time);
        } finally {
            mails.record(telling, state);
        }
    }

    private State send(Mail mail, String address, JobTime time) {
        var delivery = server.send(mail, List.of(address), time);
        if (!delivery.postponed().isEmpty()) {
            throw new ToBeContinued(clock.instant(), "The mail server is slow; this mail goes on by itself");
        }
        delivery.complaint().ifPresent(complaint -> {
            throw new IllegalStateException(
                    "%s was not told of a freeze: %s. Check the mail server, then retry this job."
                            .formatted(address, complaint));
        });
        return delivery.accepted().isEmpty() ? State.REFUSED : State.SENT;
    }

    private Mail mail(String id, List<Hit> told, String address) {
        var words = new Words(languages.now().apply(address));
        var freeze = told.get(0).frozen().freeze();
        try {
            return letter.ofFreeze(
                    id,
                    address,
                    words.of("freeze.mail.subject", freeze.name(), told.size()),
                    intro(freeze, words),
                    told.stream().map(one -> turn(one, words)).toList(),
                    words,
                    server.session(),
                    clock.instant());
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String intro(Freeze freeze, Words words) {
        return words.of("freeze.mail.intro", freeze.name(), freeze.reason(), freeze.contact());
    }

    private Turn turn(Hit hit, Words words) {
        var window = hit.window();
        var during = hit.frozen().during();
        var moments = words.in(window.zone());
        return new Turn(
                window.interventionKey(),
                window.instanceCode(),
                register.client(window.clientCode()).map(Client::name).orElse(null),
                words.of("freeze.mail.at-risk"),
                null,
                moments.full(window.windowStart()),
                null,
                words.of("freeze.mail.during", moments.full(during.start()), moments.full(during.end())),
                null,
                words.of("turn.look"),
                settings.baseUrl() + "/interventions/" + window.interventionKey());
    }
}
