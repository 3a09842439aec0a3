package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the models name, and what there is to send. */
class MailsOfTheModelTest {

    private static final Pattern MAILS = Pattern.compile(
            "<camunda:field name=\"mails\"[^>]*?(?:stringValue=\"([^\"]*)\"|>\\s*<camunda:string>([^<]*)</camunda:string>)");

    @Test
    void everyMailThatAModelNamesIsThereInBothLanguagesAndForms() throws IOException {
        assertThat(mailings()).isNotEmpty();
        assertThat(mailings())
                .allSatisfy(mailing ->
                        assertThat(Templates.missing(mailing.template())).isEmpty());
    }

    @Test
    void everyMailThatIsThereIsNamedAndTestedAsItIsSent() throws IOException {
        assertThat(mailings())
                .extracting(Mailing::template, Mailing::recipients)
                .containsAll(RenderedMailsTest.MAILS.entrySet().stream()
                        .map(mail -> tuple(mail.getKey(), mail.getValue()))
                        .toList());
        assertThat(folders()).isEqualTo(new TreeSet<>(RenderedMailsTest.MAILS.keySet()));
    }

    @ParameterizedTest(name = "''{0}'' is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no mail is named",
                "consent-request|'consent-request' is no mail; write 'template: RECIPIENTS'",
                "consent-request CONTACT|is no mail",
                "../secret: CONTACT|is no mail",
                "consent-request: EVERYBODY|nobody is called 'EVERYBODY'; give one of [CONTACT,",
                "consent-request: CONTACT, x: CONTACT|is no mail",
                "closing: PROJECT_TEAM; closing: PROJECT_TEAM|names a mail twice"
            })
    void aDesignersSlipIsASentence(String mails, String sentence) {
        assertThatThrownBy(() -> Mailing.parse(mails))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void severalMailsAreSeparatedBySemicolons() {
        assertThat(Mailing.parse(" a-b : CONTACT;\n c:SUPPORT; "))
                .containsExactly(new Mailing("a-b", Recipients.CONTACT), new Mailing("c", Recipients.SUPPORT));
    }

    private static List<Mailing> mailings() throws IOException {
        try (var models = Files.list(Path.of("bpmn"))) {
            return models.filter(model -> model.toString().endsWith(".bpmn"))
                    .flatMap(model -> MAILS.matcher(read(model)).results())
                    .flatMap(field -> Mailing.parse(field.group(1) == null ? field.group(2) : field.group(1)).stream())
                    .toList();
        }
    }

    private static Set<String> folders() throws IOException {
        try (var rooms = Files.list(Path.of("src/main/resources/mail"))) {
            return rooms.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(folder -> !folder.equals("parts"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path model) {
        try {
            return Files.readString(model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
