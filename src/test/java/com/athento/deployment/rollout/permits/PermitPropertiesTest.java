package com.athento.deployment.rollout.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermitPropertiesTest {

    @Test
    void aKeyIsAsLongAsTheSignatureOrMissing() {
        assertThat(new PermitProperties("").isOn()).isFalse();
        assertThat(new PermitProperties("k".repeat(32)).isOn()).isTrue();
        assertThat(new PermitProperties("ñ".repeat(16)).isOn()).isTrue();
        assertThatThrownBy(() -> new PermitProperties("k".repeat(31)))
                .hasMessage("deployment.permits.key: is too short; give at least 32 characters that nobody can guess");
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(new PermitProperties("k".repeat(32))).hasToString("PermitProperties[on]");
    }

    /** The very token of that header, these claims and this key, as every other tool makes it. */
    @Test
    void signsAsEveryToolDoes() {
        var claims = new LinkedHashMap<String, Object>(Map.of("sub", "1234567890"));
        claims.put("name", "John Doe");
        claims.put("iat", 1516239022);

        assertThat(new SignPermit(new PermitProperties("your-256-bit-secret-your-256-bit-")).token(claims))
                .isEqualTo("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                        + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
                        + "Y7qysiRvLHSjEWoGeO7gWsYPxWByrRSVlvqcz3M-pqc");
    }
}
