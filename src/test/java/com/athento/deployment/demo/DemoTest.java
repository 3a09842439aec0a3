package com.athento.deployment.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.jayway.jsonpath.JsonPath;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** What a newcomer finds: accounts, an inbox, and a clock that moves. */
@ApplicationTest
class DemoTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    JavaMailSender mails;

    @Autowired
    Letters letters;

    @Autowired
    DemoClock demoClock;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    IdentityService identity;

    @Autowired
    NextSteps next;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    TaskService tasks;

    @AfterEach
    void realTimeAgain() {
        ClockUtil.reset();
        database.sql("delete from demo_clock").update();
        database.sql("delete from demo_mail").update();
    }

    /** Its mail is about to leave, and no task waits: that is not nothing. */
    @Test
    void isWorkingWhileAJobIsAboutToRun() {
        lifecycle.requested(Map.of("changeKind", "NEW_SERIES", "targetVersion", Lifecycle.LEFT_OUT));

        assertThat(next.isWorking()).isTrue();
    }

    @Test
    void whatIsUrgentComesFirst() {
        // What other tests left out of service would come before it.
        database.sql("update intervention set unavailable_since = null").update();
        lifecycle.requested(Map.of("severity", "BLOCKER", "reportedAt", "2027-02-02T08:00:00Z"));
        lifecycle.requested();

        var priorities = next.steps().stream()
                .map(step -> tasks.createTaskQuery().taskId(step.taskId()).singleResult())
                .map(Task::getPriority)
                .toList();

        assertThat(priorities).contains(90).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest(name = "{0} is over: {1} is ahead")
    @CsvSource({"24.1.0, 24.2.0", "24.2.0, 24.3.0"})
    void theTourAsksForAVersionThatDoesNotRunYet(String runs, String ahead) {
        var before = version();
        try {
            setVersion(runs);

            assertThat(http.getForObject("/", String.class))
                    .contains("upgrade to " + ahead)
                    .doesNotContain("upgrade to " + runs);
        } finally {
            setVersion(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "product, product",
        "product2, product",
        "project, project",
        "project2, project",
        "support, support",
        "support2, support",
        "systems, systems",
        "qa, qa",
        "manager, managers",
        "admin, admins",
        "admin, camunda-admin",
    })
    void everybodyIsThereWithTheirGroup(String account, String group) {
        assertThat(identity.checkPassword(account, "demo")).isTrue();
        assertThat(identity.createUserQuery()
                        .userId(account)
                        .memberOfGroup(group)
                        .singleResult())
                .hasFieldOrPropertyWithValue("email", account + "@athento.example");
    }

    @Test
    void theInboxShowsAMailAsItsReaderSeesIt() throws MessagingException {
        send("INT-2026-0001-ACME-PRO", "¿Está de acuerdo?");
        send("INT-2026-0002-ACME-PRO", "Another one");

        var found = letters.of(Optional.of("INT-2026-0001-ACME-PRO"));

        assertThat(found).hasSize(1);
        var letter = found.get(0);
        assertThat(letter.subject()).isEqualTo("¿Está de acuerdo?");
        assertThat(letter.from()).isEqualTo("Athento <deployments@athento.example>");
        assertThat(letter.to()).containsExactly("ana@acme.example");
        assertThat(letter.bcc()).containsExactly("ana@acme.example", "luis@acme.example");
        assertThat(letter.html()).contains("<b>Sí o no</b>");
        assertThat(letter.text()).contains("Sí o no");
        assertThat(letter.headers())
                .containsEntry("X-Intervention", "INT-2026-0001-ACME-PRO")
                .containsKey("Message-ID");
        assertThat(letter.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("window.ics");
            assertThat(attachment.text()).isEqualTo("BEGIN:VCALENDAR");
        });
    }

    @Test
    void machinesReadTheMailsOfAnIntervention() throws MessagingException {
        send("INT-2026-0001-ACME-PRO", "One");
        send("INT-2026-0002-ACME-PRO", "Two");

        var answer = as("qa", "/demo/api/mails?intervention=INT-2026-0002-ACME-PRO");

        assertThat(answer)
                .contains("\"subject\":\"Two\"", "\"to\":[\"ana@acme.example\"]", "\"sentAt\":\"")
                .doesNotContain("One");
        assertThat(as("qa", "/demo/api/mails?intervention=INT-2026-0003-ACME-PRO"))
                .isEqualTo("[]");
    }

    @Test
    void theClockGoesForwardAndStaysThere() {
        var before = clock.instant();

        var answer = post("{\"advance\":\"P1DT1H\"}");

        assertThat(answer).startsWith("{\"now\":\"");
        assertThat(clock.instant())
                .isBetween(
                        before.plus(Duration.ofHours(25)),
                        before.plus(Duration.ofHours(25)).plusSeconds(60));
        ClockUtil.reset();
        demoClock.afterPropertiesSet(); // as after a restart
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofHours(25)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"advance\":\"x\"}|advance: 'x' is not a duration; give one such as PT1H or P14D",
                "{\"advance\":\"PT-1H\"}|advance: 'PT-1H' does not go forward; give a duration such as PT1H or P14D",
                "{\"to\":\"yesterday\"}|to: 'yesterday' is not known; give next-timer",
                "{}|advance: give either advance, such as PT1H, or to, which is next-timer",
            })
    void saysWhyTheClockStays(String body, String sentence) {
        assertThat(JsonPath.<String>read(post(body), "$.message")).isEqualTo(sentence);
        assertThat(clock.instant()).isBefore(Instant.now().plusSeconds(60));
    }

    private void send(String intervention, String subject) throws MessagingException {
        var mail = mails.createMimeMessage();
        var parts = new MimeMessageHelper(mail, true, "UTF-8");
        parts.setFrom("Athento <deployments@athento.example>");
        parts.setTo("ana@acme.example");
        parts.setSubject(subject);
        parts.setText("Sí o no", "<p><b>Sí o no</b></p>");
        parts.addAttachment(
                "window.ics",
                new ByteArrayResource("BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8)),
                "text/calendar");
        mail.setRecipients(RecipientType.BCC, "luis@acme.example");
        mail.setHeader("X-Intervention", intervention);
        mails.send(mail);
    }

    private String as(String account, String path) {
        return http.withBasicAuth(account, "demo").getForObject(path, String.class);
    }

    private String post(String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth("qa", "demo")
                .exchange("/demo/api/clock", HttpMethod.POST, new HttpEntity<>(body, headers), String.class)
                .getBody();
    }

    private String version() {
        return database.sql("select version from instance where code = 'ACME-PRO'")
                .query(String.class)
                .single();
    }

    private void setVersion(String version) {
        database.sql("update instance set version = ? where code = 'ACME-PRO'")
                .param(version)
                .update();
    }
}
