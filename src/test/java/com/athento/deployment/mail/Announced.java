package com.athento.deployment.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the vendor's people were told of tasks, and what is wrong with it. */
final class Announced {

    private static final Pattern TASK = Pattern.compile("/go/task/([-\\w]+)");

    private final Map<String, String> mailOfReaderAndTask = new HashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private final Set<String> tasks = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private int mails;

    /** What a mail tells of one task, as it is on record. */
    record Told(String task, String occasion, int round) {}

    void arrived(MisbehavingServer.Arrived mail, List<Told> told, Predicate<Told> isOpen, boolean serverAnswered) {
        mails++;
        var id = mail.header("Message-ID");
        var links = new HashSet<String>();
        TASK.matcher(readable(mail.raw())).results().forEach(link -> links.add(link.group(1)));
        if (told.isEmpty()) {
            complaints.add("%s tells of no task".formatted(id));
        }
        for (var one : told) {
            tasks.add(one.task());
            if (!isOpen.test(one)) {
                complaints.add("%s tells of %s, which waits for nobody".formatted(id, one));
            }
            if ("APPEARED".equals(one.occasion()) && !links.contains(one.task())) {
                complaints.add("%s does not lead to %s".formatted(id, one));
            }
            for (var reader : mail.recipients()) {
                hears(reader, one, id);
            }
        }
        if (!serverAnswered) {
            // Nobody can know whether it was taken: the same letter may come once more.
            unanswered.add(id);
        }
    }

    private void hears(String reader, Told told, String id) {
        var before = mailOfReaderAndTask.put(reader + " " + told, id);
        if (before != null && !(before.equals(id) && unanswered.contains(id))) {
            complaints.add("%s was told of %s by %s and by %s".formatted(reader, told, before, id));
        }
    }

    /** Quoted-printable breaks long lines. */
    private static String readable(String raw) {
        return raw.replaceAll("=\r?\n", "");
    }

    int mails() {
        return mails;
    }

    int tasks() {
        return tasks.size();
    }

    List<String> complaints() {
        return complaints;
    }
}
