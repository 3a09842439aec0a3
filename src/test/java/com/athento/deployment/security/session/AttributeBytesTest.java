package com.athento.deployment.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.servlet.FlashMap;

class AttributeBytesTest {

    @Test
    void readsBackWhatSessionsHold() {
        var login = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                "qa", null, List.of(new SimpleGrantedAuthority("ROLE_qa"))));
        var view = new Authentications();
        view.addOrReplace(new UserAuthentication("qa", "default"));
        var told = new FlashMap();
        told.put("changed", "CANCEL");
        told.addTargetRequestParam("page", "1");

        assertThat(AttributeBytes.read(AttributeBytes.of(login))).isEqualTo(login);
        assertThat(AttributeBytes.read(AttributeBytes.of(view)))
                .isInstanceOfSatisfying(
                        Authentications.class,
                        read -> assertThat(read.hasAuthenticationForProcessEngine("default"))
                                .isTrue());
        assertThat(AttributeBytes.read(AttributeBytes.of(new ArrayList<>(List.of(told)))))
                .isEqualTo(List.of(told));
    }

    @Test
    void leavesOutWhatItCannotRead() {
        assertThat(AttributeBytes.read("not an object".getBytes(StandardCharsets.UTF_8)))
                .isNull();
        assertThat(AttributeBytes.read(new byte[0])).isNull();
        assertThat(AttributeBytes.read(AttributeBytes.of(renamed()))).isNull();
    }

    @Test
    void makesNoObjectOfAClassThatNoSessionHolds() {
        assertThat(AttributeBytes.read(AttributeBytes.of(new File("/")))).isNull();
        assertThat(AttributeBytes.read(AttributeBytes.of(new ArrayList<>(List.of(new File("/"))))))
                .isNull();
    }

    /** Whoever is to read it would only find nothing. */
    @Test
    void doesNotWriteWhatItWouldNotReadBack() {
        var session = AttributeBytes.both();
        var text = "a".repeat(2_000_000);

        assertThatThrownBy(() -> session.convert(renamed(), byte[].class))
                .hasStackTraceContaining("names, numbers and texts");
        assertThat(session.convert(session.convert(text, byte[].class), Object.class))
                .isEqualTo(text);
    }

    /** As a class of another version. */
    private static Object renamed() {
        return Map.of("attempt", new Attempt());
    }

    private static final class Attempt implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }
}
