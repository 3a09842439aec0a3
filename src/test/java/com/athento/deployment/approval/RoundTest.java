package com.athento.deployment.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.record.Approval;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "PRODUCT paula APPROVE LOW, -",
                "PRODUCT paula APPROVE LOW; PRODUCT petra APPROVE HIGH, -",
                "PRODUCT paula APPROVE LOW; PROJECT jorge DENY HIGH, -",
                "PRODUCT paula APPROVE LOW; PROJECT jorge APPROVE MEDIUM, MEDIUM",
                "PRODUCT paula APPROVE HIGH; PROJECT jorge APPROVE LOW; PRODUCT paula APPROVE LOW, LOW",
            })
    void holdsOnceBothTeamsApprovedWithTheHigherRiskOfTheirLastWords(String answers, Risk risk) {
        var round = round(answers);

        assertThat(round.holds()).isEqualTo(risk != null);
        assertThat(round.risk()).isEqualTo(Optional.ofNullable(risk));
    }

    @ParameterizedTest(name = "{0} for project: {1}")
    @CsvSource({"paula, true", "jorge, false", "petra, false"})
    void knowsWhoDecidedForTheOtherTeam(String person, boolean decided) {
        var round = round("PRODUCT paula DENY LOW; PROJECT jorge APPROVE LOW");

        assertThat(round.decidedForOther(ApprovingTeam.PROJECT, person)).isEqualTo(decided);
    }

    @Test
    void holdsNotBeforeAnybodyAnswered() {
        assertThat(round("").holds()).isFalse();
    }

    private static Round round(String answers) {
        return new Round(Arrays.stream(answers.split("; "))
                .filter(answer -> !answer.isEmpty())
                .map(answer -> answer.split(" "))
                .map(words -> new Approval(
                        1,
                        Team.valueOf(words[0]),
                        words[1],
                        Instant.EPOCH,
                        ApprovalDecision.valueOf(words[2]),
                        Risk.valueOf(words[3]),
                        true,
                        "because"))
                .toList());
    }
}
