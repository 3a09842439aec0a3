package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Intervención en «ñandú» 🛠\u0000 € \r\n"})
    void textsComeBackAsTheyWere(String text) {
        var texts = new MailTexts("<p>" + text + "</p>", text);

        assertThat(MailTexts.inflated(texts.deflated())).isEqualTo(texts);
    }

    @Test
    void tenThousandParagraphsComeBackAsTheyWere() {
        var texts = new MailTexts("<p>one</p>".repeat(10_000), "one\n".repeat(10_000));

        assertThat(texts.deflated()).hasSizeLessThan(1_000);
        assertThat(MailTexts.inflated(texts.deflated())).isEqualTo(texts);
    }

    @ParameterizedTest
    @CsvSource({"-1", "33554433", "2147483647"})
    void moreThanAnyoneWroteIsNotInflated(int length) throws IOException {
        var bomb = deflated(ByteBuffer.allocate(4).putInt(length).array());

        assertThatThrownBy(() -> MailTexts.inflated(bomb))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("%d bytes of text, where at most 33554432 are read".formatted(length));
    }

    @Test
    void asMuchAsMayBeIsInflated() throws IOException {
        var texts = new MailTexts("a".repeat(MailTexts.MOST), "");

        assertThat(MailTexts.inflated(texts.deflated()).html()).hasSize(MailTexts.MOST);
    }

    @Test
    void halfATextIsNone() {
        var whole = new MailTexts("<p>one</p>", "one").deflated();

        assertThatThrownBy(() -> MailTexts.inflated(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> MailTexts.inflated(new byte[] {1, 2, 3})).isInstanceOf(UncheckedIOException.class);
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            out.write(bytes);
        }
        return deflated.toByteArray();
    }
}
