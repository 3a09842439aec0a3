package com.athento.deployment.rollout.permits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Signs what a permit says as a JSON Web Token (RFC 7519, HS256), which pipelines check with any tool. */
@Component
class SignPermit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String ALGORITHM = "HmacSHA256";

    private final PermitProperties settings;

    SignPermit(PermitProperties settings) {
        this.settings = settings;
    }

    String token(Map<String, Object> claims) {
        var signed = encoded(HEADER.getBytes(StandardCharsets.US_ASCII)) + "." + encoded(json(claims));
        return signed + "." + encoded(hmac(signed));
    }

    private static byte[] json(Map<String, Object> claims) {
        try {
            return JSON.writeValueAsBytes(claims);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("texts and numbers are JSON", never);
        }
    }

    private byte[] hmac(String signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.key().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java has HMAC-SHA256", never);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
