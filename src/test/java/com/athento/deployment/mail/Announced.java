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

    private static final Pattern TASK = Pattern.compile("/go/task/([-0-9a-f]+)");

    private final Map<String, String> mailOfReaderAndTask = new HashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private final Set<String> tasks = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private int mails;

    void arrived(MisbehavingServer.Arrived mail, Predicate<String> isOpen, boolean serverAnswered) {
        mails++;
        var id = mail.header("Message-ID");
        var told = new HashSet<String>();
        TASK.matcher(readable(mail.raw())).results().forEach(link -> told.add(link.group(1)));
        if (told.isEmpty()) {
            complaints.add("%s leads to no task".formatted(id));
        }
        for (var task : told) {
            tasks.add(task);
            if (!isOpen.test(task)) {
                complaints.add("%s tells of %s, which waits for nobody".formatted(id, task));
            }
            for (var reader : mail.recipients()) {
                hears(reader, task, id);
            }
        }
        if (!serverAnswered) {
            // Nobody can know whether it was taken: the same letter may come once more.
            unanswered.add(id);
        }
    }

    private void hears(String reader, String task, String id) {
        var before = mailOfReaderAndTask.put(reader + " " + task, id);
        if (before != null && !(before.equals(id) && unanswered.contains(id))) {
            complaints.add("%s was told of %s by %s and by %s".formatted(reader, task, before, id));
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
