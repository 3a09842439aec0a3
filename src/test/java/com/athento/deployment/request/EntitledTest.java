package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.process.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntitledTest {

    @ParameterizedTest
    @ValueSource(strings = {"product", "project", "support"})
    void requestsForItsTeam(String group) {
        var person = new Person("ana", Set.of(group));

        assertThatCode(() -> Entitled.toRequest(person)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"systems", "qa", "managers", "admins", "camunda-admin"})
    void nobodyElseRequests(String group) {
        assertThatThrownBy(() -> Entitled.toRequest(new Person("ana", Set.of(group))))
                .isInstanceOf(Refused.class)
                .hasMessage("'ana' may not request a deployment; product, project and support may");
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "managers"})
    void revisesForOthers(String group) {
        var person = new Person("ana", Set.of(group));

        assertThatCode(() -> Entitled.toRevise(person, "INT-2027-0001-X", "luis"))
                .doesNotThrowAnyException();
    }

    @Test
    void revisesTheirOwn() {
        var person = new Person("ana", Set.of("support"));

        assertThatCode(() -> Entitled.toRevise(person, "INT-2027-0001-X", "ana"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "support", "systems", "admins"})
    void nobodyElseRevises(String group) {
        var person = new Person("ana", Set.of(group));

        assertThatThrownBy(() -> Entitled.toRevise(person, "INT-2027-0001-X", "luis"))
                .hasMessage("'ana' may not revise INT-2027-0001-X; luis, project and managers may");
    }
}
