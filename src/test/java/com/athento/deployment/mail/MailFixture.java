package com.athento.deployment.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.post.TemplateWords;
import com.athento.deployment.process.Colleagues;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.record.LastNotPassed;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.TestsNotPassed;
import com.athento.deployment.record.TrackRecord;
import com.athento.deployment.record.VersionRuns;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.ClientAndPeople;
import com.athento.deployment.register.Contact;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mockito.AdditionalAnswers;

/** An intervention on which every mail has something to say; each test says how its own differs. */
class MailFixture {

    static final String KEY = "INT-2027-0042-ACME-PRO";
    static final Instant START = Instant.parse("2027-01-15T21:00:00Z");

    /** The mails that the tests take for ones with a calendar entry. */
    private static final Set<String> ENTRIES = Set.of(
            "consent-request",
            "window-confirmed",
            "change-for-contact",
            "window-for-colleagues",
            "change-for-colleagues");

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    final Map<String, Object> variables = new HashMap<>();
    final List<Told> told = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final Register register = mock(Register.class);
    final Records records = mock(Records.class);
    final TestsNotPassed tests = mock(TestsNotPassed.class);
    final VersionRuns versions = mock(VersionRuns.class);
    final DeploymentTypes types = mock(DeploymentTypes.class);
    final IdentityService people = mock(IdentityService.class, RETURNS_DEEP_STUBS);
    final Colleagues colleagues = mock(Colleagues.class, AdditionalAnswers.returnsFirstArg());
    final TaskService tasks = mock(TaskService.class);
    final TaskQuery openTasks = mock(TaskQuery.class, RETURNS_SELF);
    Instant now = START.minusSeconds(48 * 3600);
    Locale locale = Locale.forLanguageTag("es");
    Optional<String> statusPage = Optional.of("https://status.example/acme");
    Optional<Client.EmergencyConsent> emergency = Optional.empty();

    final MailProperties mails;

    MailFixture() {
        this("Athento", "proyecto@athento.example");
    }

    /** Everything of ours that has a name has this one. */
    MailFixture(String name) {
        this(name, named(name, "proyecto@athento.example"));
    }

    private MailFixture(String name, String project) {
        mails = new MailProperties(
                named(name, "deployments@athento.example"),
                Map.of(Team.PROJECT, project, Team.SUPPORT, "soporte@athento.example"),
                name,
                URI.create("https://deployments.athento.example"),
                50,
                Language.EN,
                false,
                false);
        set(Variables.INSTANCE_CODE, "ACME-PRO");
        set(Variables.CLIENT_CODE, "ACME");
        set(Variables.ZONE, MADRID.getId());
        set(Variables.REQUESTER, "rita");
        set(Variables.REVISION, 1);
        variables.put("changeKind", "VERSION_UPGRADE");
        variables.put("severity", "NONE");
        set(Variables.FROM_VERSION, "24.1.0");
        set(Variables.TARGET_VERSION, "24.2.0");
        set(Variables.WINDOW_START, START);
        set(Variables.DOWNTIME_MINUTES, 30);
        set(Variables.DEPLOYMENT_TYPE, 4);
        set(Variables.NOTICE_CHANNELS, "EMAIL");
        set(Variables.REASON, "La versión 24.2 corrige la búsqueda.\nLa pidió su equipo en octubre.");
        contacts.add(new Contact("Ana Ruiz", "ana@acme.example", Contact.Role.CONTACT, Optional.empty()));
        contacts.add(new Contact("Eva Gil", "eva@acme.example", Contact.Role.DEPUTY, Optional.empty()));
        contacts.add(new Contact("Todos", "todos@acme.example", Contact.Role.END_USERS, Optional.empty()));
        given(register.clientAndPeople(anyString()))
                .willAnswer(call -> Optional.of(new ClientAndPeople(client(), "the-status-key", contacts)));
        given(register.instance(anyString())).willReturn(Optional.of(instance()));
        table("", "");
        given(tasks.createTaskQuery()).willReturn(openTasks);
        given(records.lastAnswer(anyString())).willReturn(Optional.empty());
        given(tests.ofLast(any(), any(), any())).willReturn(new LastNotPassed(0, List.of()));
        given(versions.record(any(), any(), anyString())).willReturn(record(0, 0));
    }

    /** RFC 5322, 3.4, with a quoted name. */
    private static String named(String name, String address) {
        return "\"%s\" <%s>".formatted(name.replaceAll("([\\\\\"])", "\\\\$1"), address);
    }

    <T> MailFixture set(Variable<T> variable, T value) {
        variables.put(variable.name(), variable.raw(value));
        return this;
    }

    MailFixture told(String mail, Recipients recipients, Instant start, int minutes, String lines) {
        told.add(new Told(
                "earlier",
                new Mailing(mail, recipients),
                LoggedMail.State.SENT,
                Envelope.parse(lines),
                start,
                minutes,
                ENTRIES.contains(mail),
                new Claim("", "")));
        return this;
    }

    /** A copy of the designers' table, in which something else is said. */
    MailFixture table(String said, String says) {
        try {
            var table = Files.readString(Path.of("bpmn/deployment-type.dmn"));
            var edited = DeploymentTypes.read(
                    new ByteArrayInputStream(table.replace(said, says).getBytes(UTF_8)));
            given(types.of(eq("model"), any())).willAnswer(call -> edited.get(call.<ChangeKind>getArgument(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return this;
    }

    Situation situation() {
        VariableScope scope = mock(VariableScope.class);
        given(scope.getVariable(anyString())).willAnswer(call -> variables.get(call.getArgument(0)));
        return new Situation(KEY, "process", "model", scope, told, register, records);
    }

    Addressees addressees() {
        return new Addressees(people, mails);
    }

    Facts facts(Mailing mailing, Language language) {
        return Facts.of(situation(), mailing, new Words(language), sources());
    }

    Rendered render(String mail, Recipients recipients, Language language) {
        return new Templates(new TemplateWords())
                .render(mail, language, facts(new Mailing(mail, recipients), language));
    }

    FactSources sources() {
        return new FactSources(
                register, records, tests, versions, mails, tasks, colleagues, types, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A version that was kept on so many other instances since 18 November. */
    static TrackRecord record(int instances, int rolledBack) {
        return new TrackRecord(
                instances,
                Optional.of(Instant.parse("2026-11-17T23:00:00Z")).filter(since -> instances > 0),
                rolledBack,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    private Client client() {
        return new Client("ACME", "Acme Seguros", locale, MADRID, statusPage, emergency, Optional.empty());
    }

    private static Instance instance() {
        return new Instance(
                "ACME-PRO",
                "ACME",
                Environment.PRO,
                Instance.Line.SE,
                new Version("24.1.0"),
                Optional.of(LocalDate.of(2026, 10, 5)),
                Optional.of("https://acme.example"),
                48,
                24,
                15,
                Optional.empty());
    }
}
