package com.athento.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Scopes;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.StartTimes;
import com.athento.deployment.schedule.freezes.FreezeHits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartDeploymentTest {

    private static final Instant WINDOW = Instant.parse("2027-02-06T21:00:00Z");

    private final Register register = mock(Register.class);
    private final WhoActs whoActs = mock(WhoActs.class);
    private final StartTimes times = mock(StartTimes.class);
    private final FreezeHits freezes = mock(FreezeHits.class);

    @BeforeEach
    void halfAnHour() {
        given(times.latest(WINDOW, 45, "ACME", ZoneId.of("Europe/Madrid"))).willReturn(WINDOW.plusSeconds(30 * 60));
    }

    @Test
    void refusesToStartAMillisecondEarly() {
        var task = task(Map.of("startDecision", "START"));

        assertThatThrownBy(() -> at(WINDOW.minusMillis(1)).notify(task))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "startDecision: 'START' is too early; the window opens at 2027-02-06 22:00 (Europe/Madrid), start then");
        assertThat(task.getVariable("actualStart")).isNull();
    }

    @Test
    void startsTheHourWithTheWindow() {
        given(register.lock("ACME-PRO")).willReturn(Optional.of(instance()));
        var task = task(Map.of("startDecision", "START"));

        at(WINDOW).notify(task);

        assertThat(task.getVariable("actualStart")).isEqualTo(Date.from(WINDOW));
        assertThat(task.getVariable("unavailableSince")).isEqualTo(Date.from(WINDOW));
        assertThat(task.getVariable("downtimeSpent")).isEqualTo(0);
        assertThat(task.getVariable("pointOfNoReturn")).isEqualTo(Date.from(WINDOW.plusSeconds(45 * 60)));
    }

    @ParameterizedTest(name = "approved from {0}")
    @CsvSource({"24.1, true", "24.0.9, false", "24.1.1, false"})
    void startsAnUpgradeOnlyFromTheVersionThatWasApproved(String approved, boolean starts) {
        given(register.lock("ACME-PRO")).willReturn(Optional.of(instance()));
        var task = task(Map.of(
                "startDecision", "START",
                "fromVersion", approved,
                "targetVersion", "24.2.0"));

        var thrown = catchThrowable(() -> at(WINDOW).notify(task));

        if (starts) {
            assertThat(thrown).isNull();
            assertThat(task.getVariable("fromVersion")).isEqualTo("24.1.0");
        } else {
            assertThat(thrown)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith(
                            "startDecision: 'START' is not possible; The upgrade to 24.2.0 was approved from "
                                    + approved);
            assertThat(task.getVariable("actualStart")).isNull();
        }
    }

    @Test
    void remembersWhatRunsSinceWhen() {
        given(register.lock("ACME-PRO")).willReturn(Optional.of(instance()));
        var task = task(Map.of("startDecision", "START", "fromVersion", "23.9"));

        at(WINDOW).notify(task);

        assertThat(task.getVariable("fromVersion")).isEqualTo("24.1.0");
        assertThat(task.getVariable("fromLastUpdate")).isEqualTo(Date.from(Instant.parse("2027-01-31T23:00:00Z")));
    }

    @ParameterizedTest(name = "{0} s after the window, by a manager: {1}, with a reason: {2}")
    @CsvSource({
        "1800, false, false, true",
        "1801, false, false, false",
        "1801, false, true, false",
        "1801, true, false, false",
        "1801, true, true, true"
    })
    void aWindowHasAnEnd(int seconds, boolean manager, boolean reason, boolean starts) {
        given(register.lock("ACME-PRO")).willReturn(Optional.of(instance()));
        given(whoActs.isIn(Team.MANAGERS)).willReturn(manager);
        var answer = new HashMap<String, Object>(Map.of("startDecision", "START"));
        if (reason) {
            answer.put("startReason", "Ana Ruiz said yes on the phone");
        }
        var task = task(answer);

        var thrown = catchThrowable(() -> at(WINDOW.plusSeconds(seconds)).notify(task));

        if (starts) {
            assertThat(thrown).isNull();
            assertThat(task.getVariable("actualStart")).isEqualTo(Date.from(WINDOW.plusSeconds(seconds)));
        } else {
            assertThat(thrown)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("until 2027-02-06 22:30 (Europe/Madrid); ")
                    .hasMessageEndingWith(
                            manager
                                    ? "say why it starts all the same, and who at the client said yes"
                                    : "postpone, or let a manager start with a reason that names the client's yes");
            assertThat(task.getVariable("actualStart")).isNull();
        }
    }

    @Test
    void postponesOnlyWithAReason() {
        assertThatThrownBy(() -> at(WINDOW).notify(task(Map.of("startDecision", "POSTPONE"))))
                .hasMessage("startReason: missing; say why the start is postponed");

        var task = task(Map.of("startDecision", "POSTPONE", "startReason", "No backup"));
        given(whoActs.recorded(task)).willReturn("systems");
        at(WINDOW).notify(task);

        assertThat(task.getVariable("replanCause")).isEqualTo("POSTPONED");
        assertThat(task.getVariable("changeReason")).isEqualTo("No backup");
        assertThat(task.getVariable("changedBy")).isEqualTo("systems");
        assertThat(task.getVariable("actualStart")).isNull();
    }

    private StartDeployment at(Instant now) {
        return new StartDeployment(
                mock(InterventionLock.class),
                register,
                whoActs,
                new StartRules(times, freezes),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static DelegateTask task(Map<String, ?> answer) {
        var variables = new HashMap<String, Object>(Map.of(
                "windowStart",
                Date.from(WINDOW),
                "clientCode",
                "ACME",
                "zone",
                "Europe/Madrid",
                "downtimeMinutes",
                45,
                "instanceCode",
                "ACME-PRO"));
        variables.putAll(answer);
        return Scopes.task(Elements.START_DEPLOYMENT, variables);
    }

    private static Instance instance() {
        return new Instance(
                "ACME-PRO",
                "ACME",
                Environment.PRO,
                Instance.Line.SE,
                new Version("24.1.0"),
                Optional.of(LocalDate.parse("2027-02-01")),
                Optional.empty(),
                48,
                24,
                15,
                Optional.empty());
    }
}
