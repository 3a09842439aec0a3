package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changing the plan of a running intervention: from anywhere before the start, and never after it.
 */
class ReschedulePathsTest extends PathsTest {

    static Stream<Arguments> beforeTheStart() {
        return Stream.of(
                Arguments.of(
                        "nobody told",
                        (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::requested),
                Arguments.of(
                        "client asked",
                        (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::approved),
                Arguments.of(
                        "window confirmed",
                        (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::agreed),
                Arguments.of(
                        "users told",
                        (Function<Lifecycle, Lifecycle.Intervention>) Lifecycle::windowOpened));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeTheStart")
    void cancelsAndTellsExactlyThoseWhoHadBeenTold(
            String told, Function<Lifecycle, Lifecycle.Intervention> stage) {
        var intervention = stage.apply(lifecycle);
        var before = intervention.mails();

        intervention.changes("project", "CANCEL", "Not needed any more").continues();

        assertEnded(intervention, "CANCELLED");
        var after = intervention.mails();
        after.removeAll(before);
        assertThat(after)
                .as(told)
                .containsExactlyElementsOf(
                        Stream.of(
                                        "window confirmed|users told".contains(told)
                                                ? ""
                                                : "ending-for-requester to REQUESTER",
                                        "client asked|window confirmed|users told".contains(told)
                                                ? "ending-for-contact to INFORMED_CONTACT"
                                                : "",
                                        "users told".equals(told)
                                                ? "ending-for-users to INFORMED_END_USERS"
                                                : "",
                                        "window confirmed|users told".contains(told)
                                                ? "ending-for-colleagues to INFORMED_COLLEAGUES"
                                                : "")
                                .filter(mail -> !mail.isEmpty())
                                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeTheStart")
    void reschedulesIntoTheRevision(
            String told, Function<Lifecycle, Lifecycle.Intervention> stage) {
        var intervention =
                stage.apply(lifecycle)
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
        var intervention = lifecycle.agreed().changes("project", "RESCHEDULE", "Later").continues();

        assertRefused(() -> intervention.changes("project", "CANCEL", "Now not at all"))
                .contains("Revise the request");
    }

    @Test
    void strangerCannotChangeIt() {
        var intervention = lifecycle.agreed();

        assertRefused(() -> intervention.changes("product", "CANCEL", "I want to"));
        assertWaiting(intervention).isNotEmpty();
    }
}
