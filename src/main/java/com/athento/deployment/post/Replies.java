package com.athento.deployment.post;

import com.athento.deployment.intervention.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
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

/** What the mail server said to each address, as Jakarta Mail hangs it on its exception. */
final class Replies {

    private static final int LONGEST = 200;

    /** From here on a reply is for good (RFC 5321, section 4.2.1). */
    private static final int NEVER = 500;

    private final Conversation conversation;
    private final Set<String> accepted = new LinkedHashSet<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final Map<String, String> deferred = new LinkedHashMap<>();
    private final Set<String> postponed = new LinkedHashSet<>();

    private Replies(Conversation conversation) {
        this.conversation = conversation;
    }

    static Delivery read(MessagingException failed, Conversation conversation, Set<String> recipients) {
        var replies = new Replies(conversation);
        var causes = causes(failed);
        causes.forEach(replies::take);
        return replies.delivery(replies.answered(recipients) ? Optional.empty() : Optional.of(trouble(failed, causes)));
    }

    private void take(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException one) {
            takeOf(one, one.getAddress().getAddress(), shortened(one.getMessage()));
        } else if (cause instanceof SendFailedException some && some.getValidSentAddresses() != null) {
            Arrays.stream(some.getValidSentAddresses())
                    .map(address -> ((InternetAddress) address).getAddress())
                    .forEach(accepted::add);
        }
    }

    private void takeOf(SMTPAddressFailedException one, String address, String reply) {
        if (conversation.hasNotAsked(one)) {
            postponed.add(address);
        } else if (one.getReturnCode() >= NEVER) {
            refused.put(address, reply);
        } else {
            deferred.put(address, reply);
        }
    }

    private boolean answered(Set<String> recipients) {
        return recipients.stream()
                .allMatch(address -> accepted.contains(address)
                        || refused.containsKey(address)
                        || deferred.containsKey(address)
                        || postponed.contains(address));
    }

    private Delivery delivery(Optional<String> trouble) {
        return new Delivery(accepted, refused, deferred, postponed, trouble);
    }

    /** Jakarta Mail's exception and the chain that hangs on it. */
    private static List<Throwable> causes(MessagingException failed) {
        var causes = new ArrayList<Throwable>();
        Throwable cause = failed;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause = cause instanceof MessagingException chained && chained.getNextException() != null
                    ? chained.getNextException()
                    : cause.getCause();
        }
        return causes;
    }

    private static String trouble(MessagingException failed, List<Throwable> causes) {
        return causes.stream()
                .filter(cause -> !(cause instanceof SMTPAddressFailedException))
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .map(Replies::shortened)
                .map(Replies::inOurWords)
                .distinct()
                .limit(2)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "),
                        text -> text.isEmpty() ? failed.getClass().getSimpleName() : text));
    }

    private static String inOurWords(String message) {
        return message.startsWith("STARTTLS is required")
                ? "it offers no TLS, and without deployment.mail.allow-plain nothing is sent in clear"
                : message;
    }

    private static String shortened(String reply) {
        return PlainText.onOneLine(reply, LONGEST);
    }
}
