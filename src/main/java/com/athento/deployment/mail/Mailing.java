package com.athento.deployment.mail;

import com.athento.deployment.intervention.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One mail of a send task.
 *
 * @param template what the reader gets: the folder of its texts
 * @param recipients who gets it
 */
record Mailing(String template, Recipients recipients) {

    private static final Set<String> CHANGES =
            Set.of("change-for-contact", "change-for-users", "change-for-colleagues");
    private static final Set<String> ENDINGS =
            Set.of("ending-for-contact", "ending-for-users", "ending-for-colleagues");

    /** Those that cannot wait, and say so to the reader's mail program. */
    private static final Set<String> URGENT =
            Set.of("start-overdue", "point-of-no-return", "rollback-for-colleagues", "recovery-call");

    private static final String RESULTS = "result-for-contact";

    private static final Pattern ENTRY = Pattern.compile("([a-z][a-z0-9-]*)\\s*:\\s*(\\S+)");

    /**
     * The field {@code mails} of a send task.
     *
     * @param mails {@code template: RECIPIENTS}, several separated by semicolons
     * @throws IllegalArgumentException if it is anything else; the sentence is for the designer
     */
    static List<Mailing> parse(String mails) {
        var all = Arrays.stream(mails.split(";"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(Mailing::entry)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "no mail is named; write 'template: RECIPIENTS', several separated by ';'");
        }
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("'%s' names a mail twice".formatted(mails.strip()));
        }
        return all;
    }

    private static Mailing entry(String text) {
        var parts = ENTRY.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no mail; write 'template: RECIPIENTS', as in 'consent-request: CONTACT'".formatted(text));
        }
        return new Mailing(parts.group(1), recipients(parts.group(2)));
    }

    private static Recipients recipients(String name) {
        var choice = new Choice<>(Recipients.class);
        return choice.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "nobody is called '%s'; give one of %s".formatted(name, choice.all())));
    }

    /** Whether it says that a date no longer holds, and another one may follow. */
    boolean announcesChange() {
        return CHANGES.contains(template);
    }

    /** Whether it takes a date back: then it speaks of the one that its readers know. */
    boolean takesBack() {
        return announcesChange() || ENDINGS.contains(template);
    }

    /** Whether what did not pass comes with it as a file, where the mail cannot list it. */
    boolean bringsResults() {
        return RESULTS.equals(template);
    }

    boolean isUrgent() {
        return URGENT.contains(template);
    }

    @Override
    public String toString() {
        return template + ": " + recipients;
    }
}
