package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing the plan of a running intervention: from anywhere before the start, and never after it. */
class ReschedulePathsTest extends PathsTest {

    private static final Map<String, Object> LATER = window("2027-02-20T22:00");

    @Autowired
    JdbcClient database;

    @Autowired
    RepositoryService repository;

    static Stream<Arguments> beforeTheStart() {
        return Stream.of(
                Arguments.of("nobody told", (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::requested),
                Arguments.of("client asked", (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::approved),
                Arguments.of("window confirmed", (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::agreed),
                Arguments.of("users told", (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::windowOpened));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeTheStart")
    void cancelsAndTellsExactlyThoseWhoHadBeenTold(String told, Function<Lifecycle, Lifecycle.Intervention> stage) {
        var intervention = stage.apply(lifecycle);
        var before = intervention.mails();

        intervention.changes("project", "CANCEL", "Not needed any more").continues();

        assertEnded(intervention, "CANCELLED");
        var after = intervention.mails();
        after.removeAll(before);
        assertThat(after)
                .as(told)
                .containsExactlyElementsOf(Stream.of(
                                "window confirmed|users told".contains(told) ? "" : "ending-for-requester to REQUESTER",
                                "client asked|window confirmed|users told".contains(told)
                                        ? "ending-for-contact to INFORMED_CONTACT"
                                        : "",
                                "users told".equals(told) ? "ending-for-users to INFORMED_END_USERS" : "",
                                "window confirmed|users told".contains(told)
                                        ? "ending-for-colleagues to INFORMED_COLLEAGUES"
                                        : "")
                        .filter(mail -> !mail.isEmpty())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeTheStart")
    void reschedulesIntoTheRevision(String told, Function<Lifecycle, Lifecycle.Intervention> stage) {
        var intervention = stage.apply(lifecycle)
                .changes("support", "RESCHEDULE", "Later, please")
                .continues();

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.value("changeReason")).isEqualTo("Later, please");
    }

    @Test
    void cannotBeChangedOnceStarted() {
        var intervention = lifecycle.started();

        assertRefused(() -> intervention.changes("project", "CANCEL", "Too late"))
                .contains("started");
    }

    @Test
    void cannotBeChangedWhileItIsRevised() {
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Later").continues();

        assertRefused(() -> intervention.changes("project", "CANCEL", "Now not at all"))
                .contains("Revise the request");
    }

    @Test
    void strangerCannotChangeIt() {
        var intervention = lifecycle.agreed();

        assertRefused(() -> intervention.changes("product", "CANCEL", "I want to"));
        assertWaiting(intervention).isNotEmpty();
    }

    @Test
    void namedWindowIsAskedForWithoutARevisionByHand() {
        var intervention = lifecycle.agreed();

        intervention.moves("support", "The auditors come", LATER).continues();

        assertWaiting(intervention).containsExactly(OBTAIN_CLIENT_CONSENT);
        assertThat(intervention.value("revision")).isEqualTo(2);
        assertThat(intervention.moment("windowStart")).isEqualTo(Instant.parse("2027-02-20T21:00:00Z"));
        assertThat(intervention.value("downtimeMinutes")).isEqualTo(45);
        assertThat(outside(intervention))
                .containsExactly(
                        "consent-request to CONTACT", "window-confirmed to CONTACT", "consent-request to CONTACT");
    }

    @Test
    void usersHearAtOnceThatTheOldDateNoLongerHolds() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));
        var before = outside(intervention);

        intervention.moves("project", "The auditors come", LATER).continues();

        assertThat(since(before, intervention))
                .containsExactlyInAnyOrder("change-for-users to INFORMED_END_USERS", "consent-request to CONTACT");
        assertThat(intervention.mails()).contains("change-for-colleagues to INFORMED_COLLEAGUES");
        intervention.agrees();
        assertThat(outside(intervention))
                .endsWith("window-confirmed to CONTACT", "user-notice to UNINFORMED_END_USERS");
    }

    @Test
    void windowThatTheClientHadAgreedToIsOnlyConfirmed() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));
        intervention.moves("project", "The auditors come", LATER).continues();
        var before = outside(intervention);

        intervention
                .moves("project", "They do not", window(Lifecycle.TEN_AT_NIGHT.toString()))
                .continues();

        assertWaiting(intervention).containsExactly("window-opened");
        assertThat(since(before, intervention))
                .containsExactlyInAnyOrder("window-confirmed to CONTACT", "user-notice to UNINFORMED_END_USERS");
    }

    @Test
    void whereTheTeamsApproveAgainTheClientIsNotLeftWithTheOldDate() {
        var intervention = lifecycle
                .agreed()
                .moves("project", "More to do", longer("2027-02-20"))
                .continues();

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
        assertThat(outside(intervention))
                .endsWith("window-confirmed to CONTACT", "change-for-contact to INFORMED_CONTACT");
        // Nobody was told of this one, so there is nothing to take back.
        intervention.moves("project", "Or later", longer("2027-02-21")).continues();
        assertThat(outside(intervention.approves()))
                .endsWith("change-for-contact to INFORMED_CONTACT", "consent-request to CONTACT");
    }

    @Test
    void namedWindowThatTheCheckMindsIsRevised() {
        var intervention = lifecycle
                .agreed()
                .moves("support", "Sooner", window("2027-02-03T22:00"))
                .continues();

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.findings()).containsExactly("LEAD_TIME ERROR");
        assertThat(outside(intervention)).endsWith("change-for-contact to INFORMED_CONTACT");
    }

    @Test
    void laterChangeWithoutAWindowIsRevisedAgain() {
        var intervention = lifecycle.agreed().moves("support", "The auditors come", LATER);

        intervention.changes("support", "RESCHEDULE", "They stay").continues();

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.value("revision")).isEqualTo(2);
    }

    @Test
    void minutesCanBeNamedWithIt() {
        var window = Map.of("windowStartLocal", "2027-02-20T22:00", "downtimeMinutes", "30");

        var intervention =
                lifecycle.agreed().moves("manager", "Less will do", window).continues();

        assertThat(intervention.value("downtimeMinutes")).isEqualTo(30);
    }

    @ParameterizedTest(name = "{0} for {1} minutes with offset {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2027-02-01T22:00, -,  -, windowStartLocal: '2027-02-01T22:00' is in the past",
                "2027-03-28T02:30, -,  -, windowStartLocal: '2027-03-28T02:30' does not exist",
                "2027-10-31T02:30, -,  -, windowStartLocal: '2027-10-31T02:30' exists twice",
                "2027-02-06T22:00, -,  -, windowStartLocal: '2027-02-06T22:00' for 45 minutes is the window as it stands",
                "2027-10-31T02:30, -,  +05:00, windowOffset: '+05:00'",
                "2027-02-20T22:00, 61, -, downtimeMinutes: '61' is out of range",
                "-,                30, -, windowStartLocal: missing",
            })
    void wrongWindowIsRefusedAtTheDoor(String start, String minutes, String offset, String sentence) {
        var intervention = lifecycle.agreed();
        var window = new HashMap<String, Object>();
        window.put("windowStartLocal", start);
        window.put("downtimeMinutes", minutes);
        window.put("windowOffset", offset);

        assertRefused(() -> intervention.moves("support", "Later", window)).startsWith(sentence);

        assertWaiting(intervention).contains("window-opened");
        assertThat(intervention.value("revision")).isEqualTo(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var intervention = lifecycle.agreed();

        assertRefused(() -> intervention.moves(
                        "support", " ", Map.of("windowStartLocal", "2027-02-01T22:00", "downtimeMinutes", 0)))
                .contains("changeReason: ", "windowStartLocal: ", "downtimeMinutes: ");
    }

    @Test
    void whatTheRevisionMindsIsRefusedAtTheDoorToo() {
        var intervention = lifecycle.agreed();
        updated(intervention);

        assertRefused(() -> intervention.moves("support", "Later", LATER)).contains("targetVersion: '24.2.0'");
        assertWaiting(intervention).contains("window-opened");
    }

    @Test
    void cancellationHasNoWindow() {
        var intervention = lifecycle.agreed();

        assertRefused(() -> intervention.changes("support", "CANCEL", "Never mind", LATER))
                .startsWith("windowStartLocal: a cancellation has no window");
        assertWaiting(intervention).isNotEmpty();
    }

    @Test
    void earlierModelTakesTheWindowInTheRevisionOnly() {
        var intervention = lifecycle.agreed();
        // Any model without the question will do.
        database.sql("update intervention set process_definition_id = ? where intervention_key = ?")
                .params(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(Elements.REPORT_INCIDENT)
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        intervention.key())
                .update();

        assertRefused(() -> intervention.moves("support", "Later", LATER))
                .contains("follows an earlier version of the procedure");
        assertWaiting(intervention.changes("support", "RESCHEDULE", "Later").continues())
                .containsExactly(REVISE_REQUEST);
    }

    private static Map<String, Object> window(String local) {
        return Map.of("windowStartLocal", local);
    }

    private static Map<String, Object> longer(String day) {
        return Map.of("windowStartLocal", day + "T22:00", "downtimeMinutes", 60);
    }

    private static List<String> since(List<String> before, Lifecycle.Intervention intervention) {
        var now = outside(intervention);
        return now.subList(before.size(), now.size());
    }

    /** To the client and its users; colleagues are told beside. */
    private static List<String> outside(Lifecycle.Intervention intervention) {
        return intervention.mails().stream()
                .filter(mail -> !mail.contains("COLLEAGUES"))
                .toList();
    }

    /** Somebody has brought the instance to that version by another way. */
    private void updated(Lifecycle.Intervention intervention) {
        database.sql("update instance set version = '24.2.0' where code = ?")
                .param(intervention.value("instanceCode"))
                .update();
    }
}
