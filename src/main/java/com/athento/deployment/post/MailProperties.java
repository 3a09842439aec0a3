package com.athento.deployment.post;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.WebAddress;
import com.athento.deployment.process.Kind;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who we are to our clients: what all our mails have in common.
 *
 * @param from the sender, {@code name <address>} or a bare address
 * @param teams the address of each team: where replies go, where it is told of its tasks, and where its other mails go
 *     while none of its members has an address; {@code from} for those that have none
 * @param product what the product is called in mails
 * @param baseUrl where staff reach this application, without a slash at the end
 * @param chunk recipients of one mail to the end users; mail servers commonly refuse more than a hundred
 * @param staffLanguage the language of mails to the vendor's own people where they have chosen none, {@code en} or
 *     {@code es}
 * @param smtpUtf8 whether the mail server offers SMTPUTF8, so that recipients may be entered whose address has letters
 *     beyond ASCII before the @ (RFC 6531); ours never have
 * @param allowPlain whether passwords and mails may go to a mail server in clear that offers no TLS
 */
@Validated
@ConfigurationProperties("deployment.mail")
public record MailProperties(
        @DefaultValue("Athento <deployments@athento.example>") @NotBlank
        String from,

        @DefaultValue Map<Team, String> teams,
        @DefaultValue("Athento") @NotBlank @Size(max = 100) String product,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("50") @Min(1) @Max(100) int chunk,
        @DefaultValue("EN") Language staffLanguage,
        @DefaultValue("false") boolean smtpUtf8,
        @DefaultValue("false") boolean allowPlain) {

    public MailProperties {
        product = product.strip();
        address("from", from);
        teams.forEach((team, text) -> address("teams." + team.id(), text));
        if (!isForLinks(baseUrl)) {
            throw new IllegalArgumentException(
                    "deployment.mail.base-url: '%s' is no address that a mail can link to; give one such as https://deployments.example.com, without a slash at the end"
                            .formatted(baseUrl));
        }
    }

    /** Paths are appended to it, and a header of a mail is plain ASCII. */
    private static boolean isForLinks(URI address) {
        return WebAddress.isOne(address.toString())
                && address.toString().equals(address.toASCIIString())
                && !address.toString().endsWith("/")
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }

    public InternetAddress sender() {
        return address("from", from);
    }

    /** Where ids of ours are unique: what stands behind the sender's @. */
    public String domain() {
        var address = sender().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    /** Where replies to a team go. */
    public InternetAddress of(Team team) {
        return ownAddress(team).orElseGet(this::sender);
    }

    public Optional<InternetAddress> ownAddress(Team team) {
        return Optional.ofNullable(teams.get(team)).map(text -> address("teams." + team.id(), text));
    }

    /** A recipient's address as somebody enters it; empty if no mail could ever leave for it. */
    public Optional<MailAddress> recipient(String text) {
        return MailAddress.read(text).filter(address -> smtpUtf8 || address.isAscii());
    }

    /** The same, as it is kept, or a sentence. */
    public Kind<String> recipient() {
        return Kind.of(
                text -> recipient(text).map(MailAddress::text),
                smtpUtf8 ? MailAddress.WHAT_WOULD_BE_RIGHT : MailAddress.WHAT_WOULD_BE_RIGHT_IN_ASCII);
    }

    private static InternetAddress address(String property, String text) {
        try {
            var written = new InternetAddress(text, true);
            var address = new InternetAddress();
            address.setAddress(MailAddress.read(written.getAddress())
                    .filter(MailAddress::isAscii)
                    .orElseThrow(() -> new AddressException(text))
                    .text());
            address.setPersonal(written.getPersonal(), "UTF-8");
            return address;
        } catch (AddressException | UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException(
                    "deployment.mail.%s: '%s' is no mail address; give one such as 'Athento <deployments@example.com>'"
                            .formatted(property, text),
                    wrong);
        }
    }
}
