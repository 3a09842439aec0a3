package com.athento.deployment.mail;

import com.athento.deployment.register.MailProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands one mail to the mail server and says what became of each recipient. */
@Component
class MailServer {

    private static final int LONGEST_REPLY = 200;

    private final JavaMailSender server;
    private final MailProperties mails;
    private final Clock clock;

    MailServer(JavaMailSender server, MailProperties mails, Clock clock) {
        this.server = server;
        this.mails = mails;
        this.clock = clock;
    }

    /** Sends a mail to those who have not got it; only once, the engine's job is the only retry. */
    Delivery send(LoggedMail mail, String interventionKey, InternetAddress replyTo) {
        var refused = new LinkedHashMap<String, String>();
        var recipients = new ArrayList<InternetAddress>();
        for (var address : mail.pending().all()) {
            parse(address)
                    .ifPresentOrElse(
                            recipients::add, () -> refused.put(address, "is no mail address"));
        }
        if (recipients.isEmpty()) {
            return new Delivery(Set.of(), refused, Map.of(), Optional.empty());
        }
        try {
            server.send(
                    new Letter(
                            server.createMimeMessage().getSession(),
                            mail,
                            recipients,
                            interventionKey,
                            mails.sender(),
                            replyTo,
                            clock.instant()));
            return new Delivery(addresses(recipients), refused, Map.of(), Optional.empty());
        } catch (MailException failed) {
            return read(failed, addresses(recipients), refused);
        } catch (MessagingException unwritable) {
            return new Delivery(
                    Set.of(),
                    refused,
                    Map.of(),
                    Optional.of(String.valueOf(unwritable.getMessage())));
        }
    }

    static Optional<InternetAddress> parse(String address) {
        try {
            return Optional.of(new InternetAddress(address, true));
        } catch (AddressException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Delivery read(
            MailException failed, Set<String> recipients, Map<String, String> refused) {
        if (failed instanceof MailSendException sending
                && sending.getFailedMessages().isEmpty()
                && sending.getMessageExceptions().length == 0) {
            // The server took the mail and only the goodbye failed.
            return new Delivery(recipients, refused, Map.of(), Optional.empty());
        }
        var accepted = new LinkedHashSet<String>();
        var deferred = new LinkedHashMap<String, String>();
        var causes = causes(failed);
        for (var cause : causes) {
            if (cause instanceof SMTPAddressFailedException one) {
                var address = one.getAddress().getAddress();
                var reply = shortened(one.getMessage());
                if (one.getReturnCode() >= 500) {
                    refused.put(address, reply);
                } else {
                    deferred.put(address, reply);
                }
            } else if (cause instanceof SendFailedException some
                    && some.getValidSentAddresses() != null) {
                Arrays.stream(some.getValidSentAddresses())
                        .map(address -> ((InternetAddress) address).getAddress())
                        .forEach(accepted::add);
            }
        }
        var open = new LinkedHashSet<>(recipients);
        open.removeAll(accepted);
        open.removeAll(refused.keySet());
        open.removeAll(deferred.keySet());
        return new Delivery(
                accepted,
                refused,
                deferred,
                open.isEmpty() ? Optional.empty() : Optional.of(trouble(failed, causes)));
    }

    /** Spring's exception, Jakarta Mail's behind it, and the chain that hangs on that. */
    private static List<Throwable> causes(MailException failed) {
        var causes = new ArrayList<Throwable>();
        var first =
                failed instanceof MailSendException sending
                                && sending.getMessageExceptions().length > 0
                        ? sending.getMessageExceptions()[0]
                        : failed;
        Throwable cause = first;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause =
                    cause instanceof MessagingException chained
                                    && chained.getNextException() != null
                            ? chained.getNextException()
                            : cause.getCause();
        }
        return causes;
    }

    private static String trouble(MailException failed, List<Throwable> causes) {
        return causes.stream()
                .filter(cause -> !(cause instanceof SMTPAddressFailedException))
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .map(MailServer::shortened)
                .distinct()
                .limit(2)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining("; "),
                                text -> text.isEmpty() ? failed.getClass().getSimpleName() : text));
    }

    private static Set<String> addresses(List<InternetAddress> recipients) {
        return recipients.stream()
                .map(InternetAddress::getAddress)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String shortened(String reply) {
        var line = reply.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_REPLY ? line : line.substring(0, LONGEST_REPLY - 1) + "…";
    }
}
