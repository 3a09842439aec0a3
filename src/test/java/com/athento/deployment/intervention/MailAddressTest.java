package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest(name = "{0} goes out as {1}")
    @CsvSource({
        "ana@acme.example, ana@acme.example",
        "Ana.Ruiz+x@Acme.Example, Ana.Ruiz+x@Acme.Example",
        "o'neill@acme.example, o'neill@acme.example",
        "ops@mailhost, ops@mailhost",
        "info@škoda.example, info@xn--koda-f6a.example",
        "info@ŠKODA.example, info@xn--koda-f6a.example",
        "info@münchen.example, info@xn--mnchen-3ya.example",
        "info@españa.example, info@xn--espaa-rta.example",
        "info@例え.example, info@xn--r8jz45g.example",
        "info@xn--koda-f6a.example, info@xn--koda-f6a.example",
    })
    void goesOutInAscii(String text, String wire) {
        assertThat(MailAddress.read(text)).contains(new MailAddress(wire));
        assertThatCode(() -> new InternetAddress(wire, true).validate())
                .as("the library takes it, too")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ana",
                "ana@",
                "@acme.example",
                "ana@.",
                "ana@acme.",
                "ana@.acme",
                "ana@acme..example",
                "ana@-acme.example",
                "ana@acme_x.example",
                ".ana@acme.example",
                "ana.@acme.example",
                "a..b@acme.example",
                "a b@acme.example",
                "\"a b\"@acme.example",
                "\"a\r\n b\"@acme.example",
                "ana@acme.example\r\nBcc: spy@evil.example",
                "ana@acme.example, eva@acme.example",
                "Ana <ana@acme.example>",
                "Grupo: ana@acme.example;",
                "@relay.example:ana@acme.example",
                "ana@[127.0.0.1]",
                "ana@acme\u0000.example",
                "ana\u200db@acme.example",
                "ana\u202eb@acme.example",
                "ana\u00a0b@acme.example",
                "ana\u20acb@acme.example",
                "\uD83D\uDE80@acme.example",
                "ana@straße.example",
                "ana@STRAẞE.example",
                "ana@βόλος.example",
                "ana@a\u200db.example",
            })
    void isNone(String text) {
        assertThat(MailAddress.read(text)).isEmpty();
    }

    /** Composed or not, it is one letter (RFC 6532, 3.1). */
    @ParameterizedTest
    @CsvSource({
        "ñandú@škoda.example, ñandú@xn--koda-f6a.example",
        "n\u0303andu\u0301@acme.example, ñandú@acme.example",
        "straße@acme.example, straße@acme.example",
        "用户@acme.example, 用户@acme.example",
    })
    void mayHaveLettersBeyondAsciiBeforeTheAt(String text, String wire) {
        var read = MailAddress.read(text);

        assertThat(read).contains(new MailAddress(wire));
        assertThat(read.orElseThrow().isAscii()).isFalse();
        assertThat(MailAddress.read("ana@škoda.example").orElseThrow().isAscii())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} letters of two octets before the @")
    @CsvSource({"32, true", "33, false"})
    void isMeasuredInOctets(int local, boolean isOne) {
        assertThat(MailAddress.read("ñ".repeat(local) + "@acme.example").isPresent())
                .isEqualTo(isOne);
    }

    @ParameterizedTest(name = "{0} before the @, {1} in a label")
    @CsvSource({"64, 63, true", "65, 63, false", "64, 64, false"})
    void endsWhereTheProtocolDoes(int local, int label, boolean isOne) {
        var text = "a".repeat(local) + "@" + "b".repeat(label) + ".example";

        assertThat(MailAddress.read(text).isPresent()).isEqualTo(isOne);
    }
}
