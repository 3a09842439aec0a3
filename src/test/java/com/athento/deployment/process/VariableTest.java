package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.PlainText;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://qa.example", "HTTPS://qa.example/runs/17?page=2#top"})
    void takesALinkThatABrowserOpens(String address) {
        assertThat(Variables.QA_REFERENCE.typed(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R17", "javascript:alert(1)", "ftp://qa.example", "https://", "//qa"})
    void takesNoOtherReferenceOfABattery(String text) {
        assertThatThrownBy(() -> Variables.QA_REFERENCE.typed(text))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "qaReference: '%s' is not a web address; give one such as https://example.com/runs/17", text);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"125, 125", "' 125 ', 125", "125.0, 125", "1e3, 1000", "0, 0", "1000.00, 1000"})
    void takesANumberThatIsExactAsItIsWritten(String text, long number) {
        assertThat(Variables.QA_PASSED.typed(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5", "12.5", "1.000", "1.000.000", "1,000", "1 000", "1'000", "12 tests"})
    void takesNoNumberThatMightBeAnother(String text) {
        assertThatThrownBy(() -> Variables.QA_PASSED.typed(text))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("qaPassed: ")
                .hasMessageContaining(text)
                .hasMessageEndingWith("; give one such as 30");
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#words")
    void takesWordsAsTheyAre(String words) {
        assertThat(Variables.REASON.typed(words)).isEqualTo(words.strip());
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#unprintable")
    void takesNothingThatNoDatabaseAndNoFeedCouldHold(String text) {
        assertThatThrownBy(() -> Variables.REASON.typed("x" + text + "x"))
                .isInstanceOf(Refused.class)
                .hasMessage("reason: the text has an unprintable character; remove it");
        assertThatThrownBy(() -> Variables.CHANGE_KIND.typed(text))
                .isInstanceOf(Refused.class)
                .as("what is repeated can be told")
                .satisfies(refused ->
                        assertThat(PlainText.isOne(refused.getMessage())).isTrue());
    }

    /** Half a letter at the cut would make the whole answer unreadable. */
    @ParameterizedTest
    @ValueSource(ints = {57, 58, 59, 60, 61})
    void showsAsMuchAsFitsIntoALine(int before) {
        var shown = PlainText.quoted("x".repeat(before) + "\uD83D\uDE80".repeat(10));

        assertThat(shown).hasSizeLessThanOrEqualTo(60).endsWith("…");
        assertThat(PlainText.isOne(shown)).isTrue();
    }

    @Test
    void showsAMomentAsInstantWhateverTheMachinesZone() {
        assertThat(PlainText.quoted(Date.from(Instant.parse("2027-01-15T21:00:00Z"))))
                .isEqualTo("2027-01-15T21:00:00Z");
    }
}
