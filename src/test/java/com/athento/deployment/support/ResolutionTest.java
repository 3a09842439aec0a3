package com.athento.deployment.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Severity;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResolutionTest {

    @ParameterizedTest(name = "{0} handed over with ticket {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "BLOCKER, T-1, 'incidentResolution: ''HANDED_OVER'' is not possible for an incident of severity BLOCKER; give SOLVED, FLAG_OFF, HOTFIX or ROLL_BACK'",
                "CRITICAL, T-1, 'incidentResolution: ''HANDED_OVER'' is not possible for an incident of severity CRITICAL; give SOLVED, FLAG_OFF, HOTFIX or ROLL_BACK'",
                "MAJOR, T-1, 'incidentResolution: ''HANDED_OVER'' is not possible for an incident of severity MAJOR; give SOLVED, FLAG_OFF, HOTFIX or ROLL_BACK'",
                "MINOR, T-1, -",
                "TRIVIAL, T-1, -",
                "MINOR, -, 'ticketNumber: missing; give the ticket under which the incident is handed over'",
            })
    void onlyTheMildOnesAreHandedOverAndWithATicket(Severity severity, String ticket, String sentence) {
        var resolution = new Resolution(IncidentResolution.HANDED_OVER, Optional.ofNullable(ticket), Optional.empty());

        assertThat(resolution.fault(severity).map(Sentence::toString).orElse(null))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource(value = IncidentResolution.class, names = "HANDED_OVER", mode = EnumSource.Mode.EXCLUDE)
    void anyIncidentMayEndOtherwise(IncidentResolution kind) {
        var resolution = new Resolution(kind, Optional.empty(), Optional.empty());

        assertThat(resolution.fault(Severity.BLOCKER)).isEmpty();
        assertThat(resolution.endsIncident()).isEqualTo(kind != IncidentResolution.ROLL_BACK);
    }
}
