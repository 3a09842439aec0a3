package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an admin, or a person in their own profile, may give as a mail address. */
@ApplicationTest
class AccountAddressesTest {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService people;

    @AfterEach
    void nobody() {
        people.deleteUser("nadia");
    }

    @Test
    void isKeptAsItGoesOverTheWire() {
        admin().post("/engine-rest/user/create", account("nadia@škoda.example")).isFine();

        assertThat(people.createUserQuery().userId("nadia").singleResult().getEmail())
                .isEqualTo("nadia@xn--koda-f6a.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ñandú@acme.example", "nadia", "nadia@acme.example\\r\\nBcc: x@y.example"})
    void isRefusedWhereItIsEntered(String email) {
        var answer = admin().post("/engine-rest/user/create", account(email)).isRefused(400);

        assertThat(answer.message())
                .startsWith("email: '")
                .contains("' is not a mail address; give one such as ana@acme.example");
        assertThat(people.createUserQuery().userId("nadia").count()).isZero();
    }

    @Test
    void doesNotStopWhoChangesSomethingElse() {
        admin().post("/engine-rest/user/create", account("")).isFine();

        admin().put(
                        "/engine-rest/user/nadia/profile",
                        "{\"id\": \"nadia\", \"firstName\": \"Nadia\", \"lastName\": \"N.\", \"email\": \"nadia@acme.example\"}")
                .isFine();
        admin().put(
                        "/engine-rest/user/nadia/profile",
                        "{\"id\": \"nadia\", \"firstName\": \"Nadia\", \"lastName\": \"N.\", \"email\": \"ñandú@acme.example\"}")
                .isRefused(400);

        assertThat(people.createUserQuery().userId("nadia").singleResult().getEmail())
                .isEqualTo("nadia@acme.example");
    }

    private Visit admin() {
        return Visit.by("admin", port);
    }

    private static String account(String email) {
        return """
               {"profile": {"id": "nadia", "firstName": "Nadia", "lastName": "N", "email": "%s"},
                "credentials": {"password": "a long enough password"}}""".formatted(email);
    }
}
