package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.SerializationUtils;

/** What rules say is known by a code, and each code has its sentence. */
class SentenceTest {

    private static final Pattern CODE = Pattern.compile("\"((?:refused|finding)(?:\\.[-a-z0-9]+)+)\"");

    @Test
    void saysWhatSomebodyElseWroteAsItStands() {
        assertThat(Sentence.plain("It's {0} %s").in(Language.ES)).isEqualTo("It's {0} %s");
    }

    @Test
    void saysWhatStandsInItInTheSameLanguage() {
        Said inner = language -> language == Language.ES ? "dentro" : "inside";
        assertThat(Sentence.of("refused.plain", inner).in(Language.ES)).isEqualTo("dentro");
        assertThat(Sentence.of("refused.plain", inner).in(Language.EN)).isEqualTo("inside");
    }

    @Test
    void saysSeveralAsOneDoes() {
        assertThat(Sentence.or("A").in(Language.EN)).isEqualTo("A");
        assertThat(Sentence.or("A", "B", "C").in(Language.EN)).isEqualTo("A, B or C");
        assertThat(Sentence.and("A", "B").in(Language.ES)).isEqualTo("A y B");
    }

    /** An exception may be kept by a session. */
    @Test
    void canBeStored() {
        var sentence = Sentence.of("refused.plain", Sentence.of("refused.plain", 4), Language.ES, List.of("x"));
        assertThat(SerializationUtils.clone(sentence)).isEqualTo(sentence);
    }

    @Test
    void isThereForEveryCode() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        assertThat(codes).isNotEmpty();
        assertThat(codes.stream()
                        .filter(code -> new Words(Language.EN).find(code).isEmpty()))
                .as("codes without a sentence in words_en.properties")
                .isEmpty();
    }
}
