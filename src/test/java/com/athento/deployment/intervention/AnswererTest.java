package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswererTest {

    @ParameterizedTest(name = "{0} with the link of {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "nobody",
            value = {
                "Ana Ruiz | nobody | Ana Ruiz | Ana Ruiz",
                "Ana Ruiz | Ana Ruiz | Ana Ruiz | Ana Ruiz",
                "ana ruiz | Ana Ruiz | ana ruiz | ana ruiz",
                "Ana | Ana Ruiz | Ana, with the link of Ana Ruiz | Ana, con el enlace de Ana Ruiz",
                "Luis | Ana Ruiz | Luis, with the link of Ana Ruiz | Luis, con el enlace de Ana Ruiz",
                "Luis | Ana, Luis | Luis | Luis",
                "Eva | Ana, Luis | Eva, with the link of Ana / Luis | Eva, con el enlace de Ana / Luis"
            })
    void tellsWhoseLinkItWasWhereItWasAnothers(String name, String linkOf, String english, String spanish) {
        var lines = linkOf == null ? null : linkOf.replace(", ", "\n");
        var answerer = new Answerer(name, Answerer.names(lines));

        assertThat(answerer.in(new Words(Language.EN))).isEqualTo(english);
        assertThat(answerer.in(new Words(Language.ES))).isEqualTo(spanish);
        assertThat(answerer.isInstead()).isEqualTo(!name.equals(english));
    }
}
