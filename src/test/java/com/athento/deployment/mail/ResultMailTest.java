package com.athento.deployment.mail;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.mail.MisbehavingServer.Arrived;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.register.Register;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Part;
import com.jayway.jsonpath.JsonPath;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the client reads of tests that did not pass, by mail and on its page. */
class ResultMailTest extends PathsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Register register;

    @Autowired
    JavaMailSenderImpl sender;

    private final MisbehavingServer server = new MisbehavingServer();
    private BorrowedSender borrowed;

    @BeforeEach
    void ourServer() {
        borrowed = new BorrowedSender(sender, server);
    }

    @AfterEach
    void theirServer() {
        borrowed.close();
        server.close();
        reads("es");
    }

    @Test
    void listsWhatIsNewAndWhatIsKnownInSpanish() throws Exception {
        kept(tested("there"));
        var intervention = kept(tested("there", "fresh"));

        var mail = result(intervention);
        assertThat(mail.text())
                .contains("10 pruebas: 8 superadas")
                .contains(
                        "2 pruebas no superadas:",
                        "- fresh (s, fallida): nuevo",
                        "- there (s, fallida): conocido donde se probó la versión")
                .containsSubsequence("- fresh", "- there")
                .doesNotContain("adjunta", "secret.internal");
        assertThat(mail.html()).contains("<b>fresh</b>", "· nuevo", "· conocido donde se probó la versión");
        assertThat(mail.files()).isEmpty();
    }

    @Test
    void listsWhatIsNewAndWhatIsKnownInEnglish() throws Exception {
        kept(tested("there"));
        reads("en");
        var intervention = kept(tested("there", "fresh"));

        assertThat(result(intervention).text())
                .contains(
                        "2 tests did not pass:\n- fresh (s, failed): new\n- there (s, failed): known where it was proven\n");
    }

    @Test
    void figuresThatWereTypedSayNoMore() throws Exception {
        var intervention = lifecycle
                .deployed()
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "ACCEPT"))
                .continues();

        var mail = result(intervention);
        assertThat(mail.text()).contains("90 superadas").doesNotContain("no superadas:");
        assertThat(mail.files()).isEmpty();
    }

    @Test
    void aLongListIsCutAndComesWholeAsATable() throws Exception {
        var names = new ArrayList<>(List.of("=cmd()", "<i>tag</i>", "ñ".repeat(400)));
        IntStream.range(0, 22).forEach(number -> names.add("t%02d, \"quoted\"".formatted(number)));
        var intervention = kept(tested(200, names.toArray(String[]::new)));

        var mail = result(intervention);
        assertThat(mail.text())
                .contains("25 pruebas no superadas:", "- =cmd() (s, fallida)", "Otras 5 figuran en la tabla adjunta.")
                .contains("ñ".repeat(119) + "…")
                .doesNotContain("t17, ", "ñ".repeat(120));
        assertThat(mail.html()).contains("&lt;i&gt;tag&lt;/i&gt;").doesNotContain("<i>tag");
        assertThat(mail.files()).containsOnlyKeys(intervention.key() + ".csv");
        var table = mail.files().get(intervention.key() + ".csv");
        assertThat(table.lines()).hasSize(26);
        assertThat(table)
                .startsWith("\uFEFFConjunto,Prueba,Resultado,En otro sitio\r\n")
                .contains("\r\ns,'=cmd(),fallida,")
                .contains("s,\"t21, \"\"quoted\"\"\",fallida,");
    }

    @Test
    void aRetryBringsTheSame() throws Exception {
        var names = IntStream.range(0, 21).mapToObj("r%02d"::formatted).toArray(String[]::new);
        var intervention = tested(200, names);
        server.down();
        assertThatThrownBy(() -> kept(intervention)).hasMessageContaining("Check the mail server");
        var drafted = attached(intervention);
        assertThat(drafted).hasSize(1);
        // What it is compared with is another battery by now.
        database.sql("update battery_test set outcome = 'PASSED' where name = 'r00'")
                .update();

        server.up();
        intervention.after(Duration.ofSeconds(11)).continues();

        assertThat(attached(intervention)).isEqualTo(drafted);
        var mail = result(intervention);
        assertThat(mail.files().get(intervention.key() + ".csv"))
                .isEqualTo("\uFEFF" + drafted.get(0))
                .contains("r00");
        assertThat(mail.text()).contains("- r00 (");
    }

    @Test
    void thePageShowsTheSameOnceTheVersionIsSettled() {
        var intervention = tested("<i>fresh</i>");
        assertThat(page(intervention, "ACME").status()).isEqualTo(404);
        assertThat(statusPage()).doesNotContain("/results/" + intervention.key());

        kept(intervention);
        assertThat(statusPage()).contains("/results/" + intervention.key());
        assertThat(page(intervention, "ACME").isFine().body())
                .contains("9 pruebas: 8 superadas", "Una prueba no superada", "&lt;i&gt;fresh&lt;/i&gt;")
                .doesNotContain("secret.internal", "<i>fresh");
        assertThat(page(intervention, "ACME", "?lang=en").isFine().body())
                .contains("One test did not pass")
                .contains("?lang=en\">All interventions");
        assertThat(page(intervention, "ANDES").status()).isEqualTo(404);

        intervention
                .reports("Documents are lost", "BLOCKER")
                .completes(
                        "support",
                        "resolve-incident",
                        Map.of("incidentResolution", "ROLL_BACK", "resolutionNotes", "Lost more"))
                .completes("manager", "confirm-rollback", Map.of("rollbackConfirmed", true));
        assertThat(page(intervention, "ACME").status()).isEqualTo(404);
    }

    private Visit.Answer page(Intervention intervention, String client, String... query) {
        return Visit.nobody(port)
                .get("/status/%s/results/%s%s"
                        .formatted(register.statusKey(client), intervention.key(), String.join("", query)));
    }

    private String statusPage() {
        return Visit.nobody(port)
                .get("/status/" + register.statusKey("ACME"))
                .isFine()
                .body();
    }

    /** Eight that pass, and these that fail. */
    private Intervention tested(String... failing) {
        return tested(8, failing);
    }

    private Intervention tested(int passed, String... failing) {
        var intervention = lifecycle.deployed();
        var xml = "<testsuite name='s'>%s%s</testsuite>"
                .formatted(
                        IntStream.range(0, passed)
                                .mapToObj("<testcase name='p%d'/>"::formatted)
                                .collect(joining()),
                        Stream.of(failing)
                                .map(name -> "<testcase name='%s'><failure message='at secret.internal'/></testcase>"
                                        .formatted(name.replace("<", "&lt;")))
                                .collect(joining()));
        var sent = Visit.by("qa", port)
                .parts(
                        "/api/interventions/%s/batteries".formatted(intervention.key()),
                        List.of(new Part("files", "results.xml", "text/xml", xml)))
                .isFine()
                .body();
        intervention.completes(
                "qa", RUN_QA_BATTERY, Map.of("qaImport", JsonPath.<String>read(sent, "$.id"), "qaFinished", true));
        return intervention;
    }

    private Intervention kept(Intervention intervention) {
        return intervention
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "ACCEPT"))
                .continues();
    }

    private List<String> attached(Intervention intervention) {
        return database.sql(
                        "select attachment from message_log where intervention_key = :key and attachment is not null")
                .param("key", intervention.key())
                .query(String.class)
                .list();
    }

    private void reads(String language) {
        database.sql("update client set locale = :language where code = 'ACME'")
                .param("language", language)
                .update();
    }

    /** A mail as its reader has it. */
    private record Read(String text, String html, Map<String, String> files) {}

    private Read result(Intervention intervention) throws Exception {
        var id = database.sql(
                        "select message_id from message_log where intervention_key = :key and mail = 'result-for-contact'")
                .param("key", intervention.key())
                .query(String.class)
                .single();
        var arrived = server.arrived.stream()
                .filter(mail -> id.equals(mail.header("Message-ID")))
                .toList();
        assertThat(arrived).hasSize(1);
        return read(arrived.get(0));
    }

    private static Read read(Arrived mail) throws Exception {
        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.raw().getBytes(StandardCharsets.UTF_8)));
        var parts = (Multipart) message.getContent();
        if (parts.getContentType().startsWith("multipart/alternative")) {
            return forms(parts, Map.of());
        }
        var file = parts.getBodyPart(1);
        var content = new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(file.getContentType()).startsWith("text/csv; charset=UTF-8");
        return forms((Multipart) parts.getBodyPart(0).getContent(), Map.of(file.getFileName(), content));
    }

    private static Read forms(Multipart forms, Map<String, String> files) throws Exception {
        return new Read(
                forms.getBodyPart(0).getContent().toString().replace("\r\n", "\n"),
                forms.getBodyPart(1).getContent().toString(),
                files);
    }
}
