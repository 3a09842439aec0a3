package com.athento.deployment.statuspage.site24x7;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.WebAddress;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How we reach Site24x7; off while no client has monitors there.
 *
 * @param baseUrl of its API, in the data centre of the account
 * @param accountsUrl where tokens come from, in the same data centre
 * @param clientId of the OAuth client, with its secret and a refresh token
 * @param timeout for connecting and for each answer
 * @param monitors by the client's code: what an agreed window is shown for
 */
@Validated
@ConfigurationProperties("deployment.site24x7")
public record Site24x7Properties(
        @DefaultValue("https://www.site24x7.com/api") @NotNull
        URI baseUrl,

        @DefaultValue("https://accounts.zoho.com") @NotNull URI accountsUrl,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String refreshToken,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(seconds = 10)
        Duration timeout,

        @DefaultValue Map<String, List<String>> monitors) {

    public Site24x7Properties {
        webAddress("base-url", baseUrl);
        webAddress("accounts-url", accountsUrl);
        monitors.keySet().forEach(Site24x7Properties::code);
        needed("client-id", clientId, monitors);
        needed("client-secret", clientSecret, monitors);
        needed("refresh-token", refreshToken, monitors);
    }

    private static void webAddress(String name, URI value) {
        if (!WebAddress.isOne(value.toString())) {
            throw new IllegalArgumentException("deployment.site24x7.%s: '%s' %s"
                    .formatted(
                            name,
                            value,
                            WebAddress.whatWouldBeRight("https://www.site24x7.com/api")
                                    .in(Language.EN)));
        }
    }

    /** No client would ever be found by another one. */
    private static void code(String client) {
        if (!client.matches("[A-Z0-9-]{1,20}")) {
            throw new IllegalArgumentException(
                    "deployment.site24x7.monitors: '%s' is not the code of a client; give it in upper case, and not in the environment, whose names have no case"
                            .formatted(client));
        }
    }

    private static void needed(String name, String value, Map<String, List<String>> monitors) {
        if (!monitors.isEmpty() && value.isBlank()) {
            throw new IllegalArgumentException(
                    "deployment.site24x7.%s: is missing, but monitors are given for %s; set it, or take the monitors away"
                            .formatted(name, monitors.keySet()));
        }
    }

    /** Never the secrets: what is printed may end in a log. */
    @Override
    public String toString() {
        return "Site24x7Properties[%s, %s]".formatted(baseUrl, monitors.keySet());
    }
}
