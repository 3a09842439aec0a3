package com.athento.deployment.process.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;

class RetentionPropertiesTest {

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "30d, 30d, 365d, ",
        "29d, 30d, 365d, texts",
        "30d, 29d, 365d, addresses",
        "30d, 30d, 364d, evidence",
        "36500d, 36500d, 36500d, ",
        "30d, 30d, 36501d, evidence",
        "365d, 730d, 2192d, ",
        "365d, 365d, 365d, ",
        "366d, 365d, 365d, addressesAsLongAsTexts",
        "365d, 366d, 365d, evidenceAsLongAsWhatItProves"
    })
    void evidenceOutlivesTheAddressesAndTheseTheTexts(String texts, String addresses, String evidence, String wrong) {
        var retention = new RetentionProperties(
                DurationStyle.detectAndParse(texts),
                DurationStyle.detectAndParse(addresses),
                DurationStyle.detectAndParse(evidence));
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            var faults = validation.getValidator().validate(retention);

            if (wrong == null) {
                assertThat(faults).isEmpty();
            } else {
                assertThat(faults)
                        .extracting(fault -> fault.getPropertyPath().toString())
                        .contains(wrong);
            }
        }
    }
}
