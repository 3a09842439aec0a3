package com.athento.deployment.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.post.MailPropertiesTest;
import com.athento.deployment.process.RepeatLostRaces;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On both databases, since what two nodes see of each other differs. */
class ImportRegisterTest {

    private static final String FILE = """
            clients:
              - code: ACME
                name: Acme Seguros
                locale: es
                zone: Europe/Madrid
                contacts:
                  - {name: Ana Ruiz, email: ana@acme.example, role: CONTACT}
                  - {name: Luis Gil, email: luis@acme.example, role: DEPUTY}
                instances:
                  - {code: ACME-PRO, environment: PRO, line: SE, version: 24.1.0, last-update: 2026-10-05}
              - {code: ANDES, name: Andes, locale: es, zone: America/Bogota}
            """;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    static Stream<DataSource> databases() {
        return Stream.of(
                        new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())),
                        postgres.getPostgresDatabase())
                .map(DataSource.class::cast)
                .peek(ImportRegisterTest::empty);
    }

    private static void empty(DataSource database) {
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void createsWhatIsMissingAndUpdatesTheRest(DataSource database) {
        var node = new Node(database);
        node.takes(FILE);
        node.running.deployed("ACME-PRO", new Version("24.2.0"), LocalDate.parse("2027-01-15"), "INT-1");

        node.takes(FILE.replace("Acme Seguros", "Acme Insurance")
                .replace("locale: es", "locale: en")
                .replace("{name: Ana Ruiz, email: ana@acme.example", "{name: Eva, email: eva@acme.example")
                .replace("version: 24.1.0", "version: 24.1.1, notice-hours: 72")
                .replace("2026-10-05", "2026-11-05"));

        assertThat(node.register.client("ACME").orElseThrow().name()).isEqualTo("Acme Insurance");
        assertThat(node.register.client("ACME").orElseThrow().locale()).hasToString("en");
        assertThat(node.register.contacts("ACME")).extracting(Contact::name).containsExactly("Eva", "Luis Gil");
        var instance = node.register.instance("ACME-PRO").orElseThrow();
        assertThat(instance.noticeHours()).isEqualTo(72);
        assertThat(instance.version()).isEqualTo(new Version("24.2.0"));
        assertThat(instance.lastUpdate()).contains(LocalDate.parse("2027-01-15"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoeverWritesToAClientReadsItAtOnce(DataSource database) {
        var node = new Node(database);
        node.takes(FILE);

        var acme = node.register.clientAndPeople("ACME").orElseThrow();

        assertThat(acme.client()).isEqualTo(node.register.client("ACME").orElseThrow());
        assertThat(acme.statusKey()).isEqualTo(node.register.statusKey("ACME"));
        assertThat(acme.contacts()).hasSize(2).isEqualTo(node.register.contacts("ACME"));
        assertThat(node.register.clientAndPeople("ANDES").orElseThrow().contacts())
                .isEmpty();
        assertThat(node.register.clientAndPeople("NOBODY")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leavesAloneWhatAnAdminHasChanged(DataSource database) {
        var node = new Node(database);
        node.takes(FILE);
        node.says("ACME", "{\"name\": \"Acme Insurance\", \"contacts\": []}");

        var said = node.takes(FILE.replace("version: 24.1.0", "version: 24.1.0, notice-hours: 72")
                .replace(
                        "      - {code: ACME-PRO",
                        "      - {code: ACME-QA, environment: QA, line: SE, version: 9}\n      - {code: ACME-PRO")
                .replace("name: Andes", "name: Banco de los Andes"));

        assertThat(node.register.client("ACME").orElseThrow().name()).isEqualTo("Acme Insurance");
        assertThat(node.register.contacts("ACME")).isEmpty();
        assertThat(node.register.instance("ACME-PRO").orElseThrow().noticeHours())
                .isEqualTo(48);
        assertThat(node.register.instance("ACME-QA")).isPresent();
        assertThat(node.register.client("ANDES").orElseThrow().name()).isEqualTo("Banco de los Andes");
        assertThat(said)
                .containsExactly(
                        "register.import: 'register.yaml' no longer rules ACME, since an admin has changed what it says over the API;"
                                + " PUT /api/clients/<code> with {\"source\": \"FILE\"} gives a client back to the file from the next start on",
                        "register.import: 'register.yaml': ACME has no contact, so nobody can be asked for consent; add one with role CONTACT",
                        "register.import: 'register.yaml': ANDES has no contact, so nobody can be asked for consent; add one with role CONTACT");

        node.says("ACME", "{\"source\": \"FILE\"}");
        node.takes(FILE);

        assertThat(node.register.client("ACME").orElseThrow().name()).isEqualTo("Acme Seguros");
        assertThat(node.register.contacts("ACME")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesTheVersionsOfTheProductUnlessSomebodyHasChangedThem(DataSource database) {
        var file = FILE + """
                versions:
                  - {line: SE, version: 24.1.0, released: 2026-09-14}
                  - {line: SE, version: 24.9.0, released: 2026-11-16, big-changes: true, fixes: [SE-1, SE-2, SE-1]}
                  - {line: SE, version: 24.10.0, released: 2026-11-17}
                """;
        var node = new Node(database);
        node.takes(file);
        node.takes(file.replace("2026-09-14", "2026-09-15"));

        assertThat(node.versions.of(Instance.Line.SE))
                .extracting(ProductVersion::name)
                .containsExactly("SE 24.10.0", "SE 24.9.0", "SE 24.1.0");
        assertThat(node.versions.find(Instance.Line.SE, new Version("24.9")))
                .contains(new ProductVersion(
                        Instance.Line.SE,
                        new Version("24.9.0"),
                        LocalDate.parse("2026-11-16"),
                        Optional.empty(),
                        true,
                        List.of("SE-1", "SE-2")));
        assertThat(node.released("24.1.0")).isEqualTo("2026-09-15");
        assertThat(node.versions.find(Instance.Line.ECM, new Version("24.9"))).isEmpty();

        node.saysOfVersion("24.1", "{\"released\": \"2026-09-16\"}");
        var said = node.takes(file);

        assertThat(node.released("24.1.0")).isEqualTo("2026-09-16");
        assertThat(said)
                .contains("register.import: 'register.yaml' no longer rules SE 24.1.0, since somebody has changed what"
                        + " it says over the API; PUT /api/versions/<line>/<version> with {\"source\": \"FILE\"}"
                        + " gives a version back to the file from the next start on");

        node.saysOfVersion("24.1", "{\"source\": \"FILE\"}");
        node.takes(file);

        assertThat(node.released("24.1.0")).isEqualTo("2026-09-14");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesNothingOfAFileWithAFault(DataSource database) {
        var node = new Node(database);

        assertThatThrownBy(() -> node.takes(FILE.replace("America/Bogota", "Bogota")))
                .isInstanceOf(BadRegister.class)
                .hasMessage(
                        "register.import: 'register.yaml' was not imported; line 11: zone: 'Bogota' is not a time zone; give one such as Europe/Madrid");
        assertThat(node.register.client("ACME")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void instanceStaysWithItsClient(DataSource database) {
        var node = new Node(database);
        node.takes(FILE);

        assertThatThrownBy(
                        () -> node.takes(
                                "clients: [{code: OTHER, name: Other, locale: es, zone: Europe/Madrid, instances: [{code: ACME-PRO, environment: PRO, line: SE, version: 1}]}]"))
                .hasMessageContaining("line 1: code: 'ACME-PRO' belongs to client ACME and stays with it");
        assertThat(node.register.client("OTHER")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void twoNodesStartAtOnce(DataSource database) throws Exception {
        for (int round = 0; round < 20; round++) {
            var jdbc = JdbcClient.create(database);
            Stream.of("contact", "instance", "client")
                    .forEach(table -> jdbc.sql("delete from " + table).update());
            var together = new CyclicBarrier(2);
            var starts = new ArrayList<Future<?>>();
            var nodes = Executors.newFixedThreadPool(2);
            for (int node = 0; node < 2; node++) {
                starts.add(nodes.submit(() -> {
                    together.await();
                    new Node(database).takes(FILE);
                    return null;
                }));
            }
            nodes.shutdown();

            for (var start : starts) {
                start.get();
            }
            assertThat(new Node(database).register.contacts("ACME")).hasSize(2);
        }
    }

    /** As much of the application as imports. */
    private static final class Node {

        final Register register;
        final RunningVersions running;
        final UpdateRegister update;
        final ProductVersions versions;
        private final ImportRegister importRegister;
        private final KeepRegister keep;

        Node(DataSource database) {
            var jdbc = JdbcClient.create(database);
            register = new Register(jdbc);
            running = new RunningVersions(jdbc, Clock.systemUTC());
            update = new UpdateRegister(
                    running, jdbc, new RepeatLostRaces(), new DataSourceTransactionManager(database));
            versions = new ProductVersions(jdbc);
            keep = new KeepRegister(register, update, MailPropertiesTest.mails(false), Clock.systemUTC());
            importRegister = new ImportRegister(
                    new RegisterProperties(Optional.empty()),
                    new DefaultResourceLoader(),
                    register,
                    update,
                    versions,
                    MailPropertiesTest.mails(false));
        }

        /** What it warns of. */
        List<String> takes(String yaml) {
            var log = (Logger) LoggerFactory.getLogger(ImportRegister.class);
            var heard = new ListAppender<ILoggingEvent>();
            heard.start();
            log.addAppender(heard);
            try {
                importRegister.take("register.yaml", new StringReader(yaml));
            } finally {
                log.detachAppender(heard);
            }
            return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }

        void says(String client, String json) {
            keep.client(client, json(json));
        }

        void saysOfVersion(String version, String json) {
            new KeepProductVersion(versions, update).keep("SE", version, json(json));
        }

        String released(String version) {
            return versions.find(Instance.Line.SE, new Version(version))
                    .orElseThrow()
                    .released()
                    .toString();
        }

        private static JsonNode json(String json) {
            try {
                return new ObjectMapper().readTree(json);
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
