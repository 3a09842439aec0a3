package com.athento.deployment.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each reader of an intervention heard, in order, and what is wrong with it. */
final class Heard {

    /**
     * A mail as one reader got it.
     *
     * @param about what it tells: the same mail of the same plan and outcome tells the same
     * @param wording what of its sentences depends on the moment
     */
    record Mail(String messageId, String kind, String about, String wording, String text) {}

    private final Map<String, List<Mail>> byReader = new LinkedHashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    void arrived(Mail mail, List<String> readers, Holds before, boolean serverAnswered, String where) {
        if (!before.is(mail.kind(), mail.text())) {
            complaints.add("%s: '%s' was untrue when it arrived: %s".formatted(where, mail.about, before));
        }
        for (var reader : readers) {
            hears(reader, mail, where);
        }
        if (!serverAnswered) {
            // Nobody can know whether it was taken: the same letter may come once more.
            unanswered.add(mail.messageId());
        }
    }

    private void hears(String reader, Mail mail, String where) {
        var heard = byReader.computeIfAbsent(reader, nobody -> new ArrayList<>());
        var again = heard.stream().anyMatch(one -> one.messageId().equals(mail.messageId()));
        if (again && !unanswered.contains(mail.messageId())) {
            complaints.add("%s: %s got the same letter twice: %s".formatted(where, reader, mail.kind));
        }
        if (!again && heard.stream().anyMatch(one -> tellsTheSame(one, mail))) {
            complaints.add("%s: %s was told twice: %s".formatted(where, reader, mail.about));
        }
        if (!again) {
            heard.add(mail);
        }
    }

    /** Where nobody knows whether the first was taken, what time has changed is written anew. */
    private boolean tellsTheSame(Mail earlier, Mail mail) {
        return earlier.about().equals(mail.about())
                && (earlier.wording().equals(mail.wording()) || !unanswered.contains(earlier.messageId()));
    }

    /** At the end of the intervention, when no mail is on its way any more. */
    void ended(String where, String outcome, Map<String, String> roles) {
        var deployed = Set.of("DEPLOYED", "ROLLED_BACK").contains(outcome);
        roles.forEach((reader, role) -> {
            var heard = byReader.getOrDefault(reader, List.of());
            var last = heard.isEmpty() ? null : heard.get(heard.size() - 1);
            var right = lastOf(role, deployed);
            if (last == null) {
                if (deployed && !role.equals("users")) {
                    complaints.add("%s, %s: %s was forgotten".formatted(where, outcome, reader));
                }
            } else if (!right.equals(last.kind()) || isAnother(outcome, last)) {
                complaints.add("%s, %s: the last that %s heard is untrue: %s".formatted(where, outcome, reader, heard));
            }
        });
    }

    private static boolean isAnother(String outcome, Mail last) {
        return last.kind().startsWith("result") && Holds.saysRolledBack(last.text()) != outcome.equals("ROLLED_BACK");
    }

    private static String lastOf(String role, boolean deployed) {
        return switch (role) {
            case "contact" -> deployed ? "result-for-contact" : "ending-for-contact";
            case "users" -> deployed ? "result-for-users" : "ending-for-users";
            case "project team" -> "closing";
            default -> throw new IllegalArgumentException(role);
        };
    }

    /** How many mails each kind of reader got, all in all. */
    Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        byReader.values().forEach(mails -> mails.forEach(mail -> counts.merge(mail.kind(), 1, Integer::sum)));
        return counts;
    }

    List<String> complaints() {
        return complaints;
    }
}
