package com.athento.deployment.turn;

import com.athento.deployment.process.PathsTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of mails about tasks share: what is due runs, and what was told is read. */
abstract class ToldStaffTest extends PathsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @BeforeEach
    @AfterEach
    void nobodyWaits() {
        all().forEach(job -> engine.getManagementService().deleteJob(job.getId()));
        database.sql("delete from turn_mail").update();
        database.sql("delete from demo_mail").update();
    }

    /** The span is over in which tasks gather, and the mails leave. */
    void gathers() {
        at(lifecycle.now().plus(Duration.ofMinutes(5)));
    }

    /** What tells staff and is due at that moment runs, and nothing else. */
    void at(Instant moment) {
        lifecycle.now(moment);
        runDue();
    }

    void runDue() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(this::run);
        }
    }

    void run(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    void takes(String person, Task task) {
        lifecycle.as(person, () -> {
            engine.getTaskService().claim(task.getId(), person);
            return null;
        });
    }

    List<Job> due() {
        return all().stream()
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(lifecycle.now()))
                .toList();
    }

    /** What sends, rather than looks whether a task is done. */
    List<Job> jobs() {
        return all().stream()
                .filter(job -> configuration(job).startsWith(TellTurn.NAME))
                .toList();
    }

    /** When something is looked at again. */
    List<Date> looks() {
        return all().stream()
                .filter(job -> configuration(job).startsWith(WatchTurn.NAME))
                .map(Job::getDuedate)
                .toList();
    }

    private List<Job> all() {
        return engine.getManagementService().createJobQuery().orderByJobId().asc().list().stream()
                .filter(job -> configuration(job).matches("(%s|%s) .*".formatted(TellTurn.NAME, WatchTurn.NAME)))
                .toList();
    }

    private static String configuration(Job job) {
        return String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw());
    }

    List<String> rows() {
        return database.sql("select address || ' ' || state from turn_mail order by id")
                .query(String.class)
                .list();
    }

    List<MimeMessage> mailsAbout(Task task) {
        return mails().stream()
                .filter(mail -> text(mail).contains(task.getId()))
                .toList();
    }

    List<MimeMessage> mailsTo(String address) {
        return mails("recipients like ?", "%" + address + "%");
    }

    List<MimeMessage> mails() {
        return mails("? = ?", "all", "all");
    }

    List<MimeMessage> mails(String condition, Object... values) {
        return database
                .sql("select message from demo_mail where " + condition + " order by id")
                .params(values)
                .query(String.class)
                .list()
                .stream()
                .map(ToldStaffTest::parsed)
                .filter(mail -> header(mail, "Message-ID").startsWith("<turn-"))
                .collect(Collectors.toList());
    }

    static MimeMessage parsed(String raw) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ",");
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String text(MimeMessage mail) {
        try {
            return (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
