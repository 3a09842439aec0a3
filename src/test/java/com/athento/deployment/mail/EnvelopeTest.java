package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.MailAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void namesEachRecipientOnceHoweverTheDomainIsWritten() {
        var written = List.of("info@škoda.example", "info@xn--koda-f6a.example", "INFO@ŠKODA.example");

        assertThat(Envelope.openly(written, written).to()).containsExactly("info@xn--koda-f6a.example");
        assertThat(Envelope.openly(written, written).cc()).isEmpty();
        assertThat(Envelope.discreetly(written, 50))
                .containsExactly(new Envelope(List.of(), List.of(), List.of("info@xn--koda-f6a.example")));
    }

    @Test
    void isPartedByWhatItsReadersRead() {
        var envelope = new Envelope(List.of("a@x.example", "b@x.example"), List.of("c@x.example"), List.of());

        assertThat(envelope.by(address -> address.startsWith("b") ? Language.ES : Language.EN))
                .containsExactly(
                        Map.entry(Language.EN, new Envelope(List.of("a@x.example"), List.of("c@x.example"), List.of())),
                        Map.entry(Language.ES, new Envelope(List.of("b@x.example"), List.of(), List.of())));
        assertThat(envelope.by(address -> Language.ES)).containsExactly(Map.entry(Language.ES, envelope));
    }

    /** Rows that were written before addresses were kept as they travel. */
    @Test
    void readsWhatIsOnRecordAsItGoesOut() {
        assertThat(Envelope.parse("To: info@škoda.example\nCc: no address"))
                .isEqualTo(new Envelope(List.of("info@xn--koda-f6a.example"), List.of("no address"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@acme.example",
                "Ana.Ruiz@Acme.EXAMPLE",
                "info@xn--koda-f6a.example",
                "info@XN--KODA-F6A.example",
                "ana@acme.example.",
                "ana@acme..example",
                "ana@-acme.example",
                "ana@@acme.example",
                "\"a b\"@acme.example",
                "ana",
                "@",
                ""
            })
    void whatIsWrittenInAsciiGoesOutAsItIs(String text) {
        var wired = MailAddress.read(text).map(MailAddress::text).orElse(text);

        assertThat(new Envelope(List.of(text), List.of(), List.of()).to()).containsExactly(wired);
    }
}
