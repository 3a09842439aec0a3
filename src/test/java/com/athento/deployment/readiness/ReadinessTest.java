package com.athento.deployment.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.register.Instance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-02-10");

    @Test
    void theMostUrgentComesFirst() {
        var old = instance("OLD", 1, "2026-12-01");
        var older = instance("OLDER", 3, "2026-11-01");
        var never = instance("NEVER", 3, null);
        var month = instance("MONTH", 4, "2027-01-20");
        var soon = instance("SOON", 1, "2027-02-03");
        var later = instance("LATER", 1, "2027-02-05");
        var newest = instance("NEWEST", 0, "2020-01-01");

        assertThat(Readiness.mostUrgentFirst(Stream.of(newest, later, soon, month, old, older, never)))
                .extracting(one -> one.instance().code())
                .containsExactly("NEVER", "OLDER", "OLD", "MONTH", "SOON", "LATER", "NEWEST");
    }

    @Test
    void saysWhy() {
        assertThat(instance("OLD", 1, "2026-12-01").why().in(Language.EN))
                .isEqualTo(
                        "1 release behind 24.2.0; an incident of severity Blocker, Critical or Major would get only a patch today");
        assertThat(instance("SOON", 2, "2027-02-03").why().in(Language.ES))
                .isEqualTo(
                        "2 versiones por detrás de 24.2.0; desde 2027-02-11 una incidencia de severidad Blocker o Critical solo recibiría un parche");
        assertThat(instance("NEWEST", 0, null).why().in(Language.EN))
                .isEqualTo("It runs 24.2.0, and there is nothing newer");
    }

    @Test
    void withoutVersionsNobodyKnows() {
        var instance = instance("NEW", 0, null);

        assertThat(new Readiness(
                                instance.instance(),
                                "Acme",
                                Optional.empty(),
                                0,
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                instance.answers())
                        .why()
                        .in(Language.EN))
                .startsWith("The register names no version of the line SE");
    }

    private static Readiness instance(String code, int behind, String updated) {
        var age = new VersionAge(Optional.ofNullable(updated).map(LocalDate::parse), TODAY);
        var newest = new Version("24.2.0");
        return new Readiness(
                new Instance(
                        code,
                        "ACME",
                        Environment.PRO,
                        Instance.Line.SE,
                        behind == 0 ? newest : new Version("24.1.0"),
                        age.lastUpdate(),
                        Optional.empty(),
                        48,
                        24,
                        15,
                        Optional.empty()),
                "Acme",
                Optional.of(newest),
                behind,
                age.lastUpdate().map(age::days).map(Math::toIntExact),
                List.of(),
                Optional.empty(),
                PolicyAnswer.of(PolicyAnswerTest::table, age));
    }
}
