package com.athento.deployment.mail;

import com.athento.deployment.bench.Whole;
import com.athento.deployment.mail.MisbehavingServer.Mood;
import com.athento.deployment.process.Refused;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many interventions at once, whose people act when and as they like, while the mail server goes away for hours, comes
 * back, and breaks off in the middle of conversations. The clock jumps from one event to the next. The same seed gives
 * the same weather.
 */
final class Storm {

    private static final Instant BEGIN = Instant.parse("2027-02-02T09:00:00Z");
    private static final Map<String, String> READERS = Map.of(
            "contact@bench.example", "contact",
            "deputy@bench.example", "contact",
            "end_users@bench.example", "users",
            "ulla@bench.example", "users",
            "project_team@bench.example", "project team");

    /** Something that happens at its time. */
    private record Event(Instant at, int number, Runnable happens) {}

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final MisbehavingServer server;
    private final Random random;

    /** Their mails change nothing of the weather that the others meet. */
    private final Random randomForStaff;

    private final Announced announced = new Announced();
    private final People people;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final Map<String, ProcessInstance> running = new LinkedHashMap<>();
    private final Map<String, Heard> heard = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> supported = new HashSet<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean up = true;
    private int number;
    private int failures;

    Storm(ApplicationContext application, MisbehavingServer server, long seed) {
        this.engine = application.getBean(ProcessEngine.class);
        this.database = application.getBean(JdbcClient.class);
        this.server = server;
        this.random = new Random(seed);
        this.randomForStaff = new Random(seed);
        this.people = new People(engine, random, Storm::now);
    }

    void brews(int interventions) {
        clock(BEGIN);
        readers();
        for (int wanted = 0; wanted < interventions; wanted++) {
            var instance = Whole.instance(database, 9000 + wanted);
            in(random.nextInt(30 * 24 * 60), () -> request(instance));
        }
        in(60, this::weatherChanges);
        while (!events.isEmpty()) {
            runsDueJobs();
            if (running.isEmpty() && heard.size() == interventions) {
                break;
            }
            var next = events.peek().at();
            var job = nextTimer();
            if (job.isPresent() && job.get().isBefore(next)) {
                clock(job.get());
            } else {
                clock(next);
                events.remove().happens().run();
            }
            if (now().isAfter(BEGIN.plus(Duration.ofDays(200)))) {
                running.values()
                        .forEach(left -> complaints.add(
                                "%s hangs at %s".formatted(left.getBusinessKey(), Holds.of(engine, left))));
                break;
            }
        }
        heard.values().forEach(one -> complaints.addAll(one.complaints()));
        complaints.addAll(announced.complaints());
    }

    List<String> complaints() {
        return complaints;
    }

    /** What came of it, for whoever reads the log. */
    String summary() {
        var mails = new TreeMap<String, Integer>();
        heard.values().forEach(one -> one.counts().forEach((kind, count) -> mails.merge(kind, count, Integer::sum)));
        return "outcomes %s, %d attempts failed, mails read %s, by staff %d about %d tasks"
                .formatted(outcomes, failures, mails, announced.mails(), announced.tasks());
    }

    private void readers() {
        for (var more : Map.of("deputy@bench.example", "DEPUTY", "ulla@bench.example", "END_USERS")
                .entrySet()) {
            database.sql(
                            "insert into contact (client_code, position, name, email, role) values ('BENCH', ?, 'Somebody', ?, ?)")
                    .params(100 + more.getValue().length(), more.getKey(), more.getValue())
                    .update();
        }
    }

    // People.

    private void request(String instance) {
        var intervention = people.request(instance, "24.2.0");
        running.put(intervention.getId(), intervention);
        heard.put(intervention.getId(), new Heard());
        sees(intervention);
        if (random.nextInt(5) == 0) {
            var change = random.nextBoolean() ? "RESCHEDULE" : "CANCEL";
            in(
                    60 + random.nextInt(9 * 24 * 60),
                    () -> tries(intervention, () -> people.changes(intervention.getBusinessKey(), change)));
        }
    }

    /** Somebody looks at the tasks of an intervention, and decides what to do about new ones. */
    private void sees(ProcessInstance intervention) {
        for (var task : tasks(intervention)) {
            if (seen.add(task.getId())) {
                people.about(task).ifPresent(step -> at(step.at(), () -> tries(intervention, () -> does(step, task))));
            }
            if (task.getTaskDefinitionKey().equals("watch-over-users")
                    && supported.add(intervention.getId())
                    && random.nextInt(4) == 0) {
                in(
                        5 + random.nextInt(90),
                        () -> tries(intervention, () -> people.reports(intervention.getBusinessKey())));
            }
        }
    }

    private void does(People.Step step, Task task) {
        var open =
                engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
        if (open == null) {
            return;
        }
        try {
            people.does(step, open);
        } catch (RuntimeException failed) {
            if (!isCausedBy(Refused.class, failed)) {
                throw failed;
            }
            // For instance an open incident: they look at it again.
            seen.remove(task.getId());
        }
    }

    private void tries(ProcessInstance intervention, Runnable action) {
        if (!running.containsKey(intervention.getId())) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException failed) {
            // Who is refused is told why.
            if (!isCausedBy(Refused.class, failed)) {
                complaints.add("%s: a person met %s".formatted(intervention.getBusinessKey(), failed));
            }
        }
        after(intervention);
    }

    private List<Task> tasks(ProcessInstance intervention) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(intervention.getId())
                .list();
    }

    // The mail server and the jobs.

    private void weatherChanges() {
        up = !up;
        if (up) {
            server.up();
            // An operator retries what has given up.
            engine.getManagementService()
                    .createJobQuery()
                    .noRetriesLeft()
                    .list()
                    .forEach(job -> engine.getManagementService().setJobRetries(job.getId(), 1));
        } else {
            server.down();
        }
        in(up ? 60 + random.nextInt(36 * 60) : 5 + random.nextInt(30 * 60), this::weatherChanges);
    }

    private void runsDueJobs() {
        for (int round = 0; round < 1000; round++) {
            var due = new ArrayList<>(
                    engine.getManagementService().createJobQuery().executable().listPage(0, 200));
            var turns = new ArrayList<>(due);
            turns.removeIf(job -> !tellsTurn(job));
            turns.forEach(this::tellsStaff);
            due.removeIf(job -> !running.containsKey(String.valueOf(job.getProcessInstanceId())));
            if (due.isEmpty() && turns.isEmpty()) {
                return;
            }
            due.sort(Comparator.comparing(Job::getId));
            Collections.shuffle(due, random);
            due.forEach(this::runs);
        }
        throw new IllegalStateException("the jobs do not come to an end");
    }

    private void runs(Job job) {
        var intervention = running.get(job.getProcessInstanceId());
        if (intervention == null
                || engine.getManagementService()
                                .createJobQuery()
                                .jobId(job.getId())
                                .count()
                        == 0) {
            return;
        }
        var before = Holds.of(engine, intervention);
        var arrived = server.arrived.size();
        server.mood = mood(random);
        try {
            engine.getManagementService().executeJob(job.getId());
        } catch (RuntimeException failed) {
            if (isCausedBy(MailNotSent.class, failed)) {
                failures++;
            } else {
                complaints.add("%s: a job met %s".formatted(intervention.getBusinessKey(), failed));
            }
        }
        for (var mail : server.arrived.subList(arrived, server.arrived.size())) {
            reads(intervention, mail, before);
        }
        after(intervention);
    }

    private static boolean tellsTurn(Job job) {
        return String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw()).matches("(tell|watch)-turn .*");
    }

    private void tellsStaff(Job job) {
        var arrived = server.arrived.size();
        server.mood = mood(randomForStaff);
        try {
            engine.getManagementService().executeJob(job.getId());
        } catch (RuntimeException failed) {
            if (String.valueOf(failed.getMessage()).contains("Check the mail server")) {
                failures++;
            } else {
                complaints.add("a job that tells staff met %s".formatted(failed));
            }
        }
        for (var mail : server.arrived.subList(arrived, server.arrived.size())) {
            announced.arrived(mail, told(mail), this::isOpen, server.mood != Mood.TAKES_AND_DIES);
        }
    }

    private List<Announced.Told> told(MisbehavingServer.Arrived mail) {
        return database.sql("select task, occasion, round from turn_mail where mail = ? and state <> 'OBSOLETE'")
                .param(mail.header("Message-ID").replaceAll("^<turn-|@.*", ""))
                .query(Announced.Told.class)
                .list();
    }

    /** That a task is late is told whoever has it; that it appeared, not once it is claimed. */
    private boolean isOpen(Announced.Told told) {
        var task = engine.getTaskService().createTaskQuery().taskId(told.task()).singleResult();
        return task != null
                && (!"APPEARED".equals(told.occasion())
                        || task.getAssignee() == null
                        || engine.getTaskService().getVariableLocal(told.task(), "handedTo") != null);
    }

    /** The engine wraps what listeners throw. */
    private static boolean isCausedBy(Class<?> kind, RuntimeException failed) {
        return kind.isInstance(NestedExceptionUtils.getMostSpecificCause(failed));
    }

    private Mood mood(Random random) {
        return switch (random.nextInt(30)) {
            case 0, 1 -> Mood.DROPS;
            case 2, 3 -> Mood.TAKES_AND_DIES;
            case 4 -> random.nextInt(8) == 0 ? Mood.HANGS : Mood.FINE;
            default -> Mood.FINE;
        };
    }

    private void reads(ProcessInstance intervention, MisbehavingServer.Arrived mail, Holds before) {
        var id = mail.header("Message-ID");
        var logged = database.sql("select mail, revision, claim from message_log where message_id = ?")
                .param(id)
                .query()
                .singleRow();
        var kind = (String) logged.get("mail");
        var text = text(mail);
        var about = "%s of revision %s, %s".formatted(kind, logged.get("revision"), before.windowStart());
        if (kind.startsWith("result")) {
            about += result(intervention, text);
        } else if (kind.startsWith("outage")) {
            // Users read the same of both, and hear of both.
            about += Claim.parse((String) logged.get("claim")).essence();
        } else if (kind.startsWith("rollback")) {
            // Of another one they read since when, or why.
            about += text;
        }
        heard.get(intervention.getId())
                .arrived(
                        new Heard.Mail(
                                id,
                                kind,
                                about,
                                Claim.parse((String) logged.get("claim")).wording(),
                                text),
                        mail.recipients(),
                        before,
                        server.mood != Mood.TAKES_AND_DIES,
                        "%s at %s".formatted(intervention.getBusinessKey(), before.now()));
    }

    /** Each finished battery has its result, also where it ends as the one before did. */
    private String result(ProcessInstance intervention, String text) {
        return "%s after %d batteries"
                .formatted(
                        Holds.saysRolledBack(text) ? ", rolled back" : ", done",
                        database.sql("select count(*) from qa_run where intervention_key = ?")
                                .param(intervention.getBusinessKey())
                                .query(Integer.class)
                                .single());
    }

    private void after(ProcessInstance intervention) {
        if (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(intervention.getId())
                        .count()
                > 0) {
            sees(intervention);
        } else if (running.remove(intervention.getId()) != null) {
            var outcome = database.sql("select outcome from intervention where process_instance_id = ?")
                    .param(intervention.getId())
                    .query(String.class)
                    .single();
            outcomes.merge(outcome, 1, Integer::sum);
            heard.get(intervention.getId()).ended(intervention.getBusinessKey(), outcome, READERS);
        }
    }

    private static String text(MisbehavingServer.Arrived mail) {
        try {
            var message =
                    new MimeMessage(null, new ByteArrayInputStream(mail.raw().getBytes(StandardCharsets.UTF_8)));
            BodyPart plain = ((Multipart) message.getContent()).getBodyPart(0);
            return message.getSubject() + "\n" + plain.getContent();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // Time.

    private Optional<Instant> nextTimer() {
        return engine
                .getManagementService()
                .createJobQuery()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(now()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(job -> job.getDuedate().toInstant());
    }

    private void in(int minutes, Runnable happens) {
        at(now().plus(Duration.ofMinutes(minutes)), happens);
    }

    private void at(Instant instant, Runnable happens) {
        events.add(new Event(instant, number++, happens));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static void clock(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }
}
