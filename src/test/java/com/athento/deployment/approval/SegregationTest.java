package com.athento.deployment.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegregationTest {

    @ParameterizedTest(name = "{0}, who decided for the other team: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "rita, false, productDecision: 'rita' requested this intervention and cannot decide on it; somebody else of the product team must",
                "rita, true, productDecision: 'rita' requested this intervention and cannot decide on it; somebody else of the product team must",
                "paul, true, productDecision: 'paul' has already decided for the other team; somebody else of the product team must decide",
                "paul, false, -",
            })
    void fourEyesAndNoneOfTheRequesters(String person, boolean decidedForOther, String sentence) {
        var objection = new Segregation("rita").objection(ApprovingTeam.PRODUCT, person, decidedForOther);

        assertThat(objection.map(Sentence::toString).orElse(null)).isEqualTo(sentence);
    }
}
