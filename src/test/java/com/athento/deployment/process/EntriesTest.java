package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.Flag;
import com.athento.deployment.intervention.FlagKind;
import com.athento.deployment.intervention.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list comes as JSON, as its text or as what a JSON document becomes; whatever is wrong names the place. */
class EntriesTest {

    private static final Entries<Flag> FLAGS = Entries.of(Flag.class, Flag::name);
    private static final String ONE =
            "{\"kind\":\"OPERATION_OFF\",\"name\":\"sign\",\"before\":\"off\",\"planned\":\" on \",\"how\":\"Console\"}";
    private static final Flag READ = new Flag(FlagKind.OPERATION_OFF, "sign", "off", "on", "Console");

    @Test
    void readsTextDocumentsAndLists() {
        assertThat(FLAGS.read("flags", "[" + ONE + "]")).containsExactly(READ);
        assertThat(FLAGS.read("flags", Spin.JSON("[" + ONE + "]"))).containsExactly(READ);
        assertThat(FLAGS.read(
                        "flags",
                        List.of(Map.of(
                                "kind",
                                "OPERATION_OFF",
                                "name",
                                "sign",
                                "before",
                                "off",
                                "planned",
                                "on",
                                "how",
                                "Console"))))
                .containsExactly(READ);
        assertThat(FLAGS.read("flags", "[]")).isEmpty();
        assertThat(FLAGS.read("flags", FLAGS.held(List.of(READ)))).containsExactly(READ);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                      | flags: '{}' is no JSON array; give one of objects with kind, name, before, planned, how
            [1                      | flags: '[1' is no JSON array; give one of objects with kind, name, before, planned, how
            sign                    | flags: 'sign' is no JSON array; give one of objects with kind, name, before, planned, how
            ["sign"]                | flags: 1: '"sign"' is no object; give one with kind, name, before, planned, how
            [null]                  | flags: 1: 'null' is no object; give one with kind, name, before, planned, how
            [{"kin":1}]             | flags: 1: 'kin' is not known; give kind, name, before, planned, how
            [{"kind":"UAT_SERIES"}] | flags: 1. name: missing; give a text
            [{"kind":"UAT_SERIES","name":5}] | flags: 1. name: '5' is not a text; send it as a String
            [{"kind":"UAT_SERIES","name":" "}] | flags: 1. name: missing; give a text
            """)
    void refusesWhatIsNoListOfFlags(String given, String sentence) {
        assertThatThrownBy(() -> FLAGS.read("flags", given))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesWordsThatNobodyKnowsAndNamesThatStandTwice() {
        assertThatThrownBy(() -> FLAGS.read("flags", "[" + ONE.replace("OPERATION_OFF", "OFF") + "]"))
                .hasMessageStartingWith("flags: 1. kind: 'OFF' is not known; give one of SERIES_PERMISSION, ");
        assertThatThrownBy(() -> FLAGS.read("flags", "[" + ONE.replace("OPERATION_OFF", "") + "]"))
                .hasMessageStartingWith("flags: 1. kind: missing; give SERIES_PERMISSION, FIELD_VISIBILITY, ");
        assertThatThrownBy(() -> FLAGS.read("flags", "[" + ONE + "," + ONE + "]"))
                .hasMessage("flags: 'sign' stands there twice; once is enough");
    }

    @ParameterizedTest(name = "{0} characters, {1} entries")
    @CsvSource({
        "500, 100, ''",
        "501, 1, 1. name: the text has 501 characters; at most 500 are possible",
        "4, 101, there are 101; at most 100 are possible"
    })
    void takesSoMuchAndNoMore(int characters, int entries, String refusal) {
        var many = IntStream.range(0, entries)
                .mapToObj(entry ->
                        ONE.replace("sign", "%%0%dd".formatted(characters).formatted(entry)))
                .toList();
        if (refusal.isEmpty()) {
            assertThat(FLAGS.read("flags", many.toString())).hasSize(entries);
        } else {
            assertThatThrownBy(() -> FLAGS.read("flags", many.toString())).hasMessage("flags: " + refusal);
        }
    }

    @Test
    void saysItInSpanish() {
        assertThatThrownBy(() -> FLAGS.read("flags", "[{}]"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message(Language.ES))
                                .startsWith("flags: 1. kind: falta; indique SERIES_PERMISSION"));
    }
}
