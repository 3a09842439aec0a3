package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Instance;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeChoiceTest {

    @ParameterizedTest
    @CsvSource({"IN_APP", "'EMAIL,IN_APP'"})
    void refusesTheApplicationThatCannotShowIt(String channels) {
        var chosen = NoticeChoice.of(channels, Optional.empty());

        assertThatThrownBy(() -> chosen.checkAt(instance(null)))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "noticeChannels: nobody can be told inside ACME-PRO, which has no banner-origin in the register; choose EMAIL, or have an admin add it");
        assertThatCode(() -> chosen.checkAt(instance("https://acme.example"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"EMAIL", "NONE"})
    void asksNothingOfTheApplicationOtherwise(String channels) {
        var chosen = NoticeChoice.of(channels, Optional.of("Nobody works at night"));

        assertThatCode(() -> chosen.checkAt(instance(null))).doesNotThrowAnyException();
    }

    private static Instance instance(String bannerOrigin) {
        return new Instance(
                "ACME-PRO",
                "ACME",
                Environment.PRO,
                Instance.Line.SE,
                new Version("24.1.0"),
                Optional.empty(),
                Optional.empty(),
                48,
                24,
                15,
                Optional.ofNullable(bannerOrigin));
    }
}
