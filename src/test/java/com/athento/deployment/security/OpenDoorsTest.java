package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What is reachable without login. */
@ApplicationTest
class OpenDoorsTest {

    @Autowired TestRestTemplate browser;

    @Test
    void healthAnswersWithoutLogin() {
        assertThat(browser.getForEntity("/actuator/health", String.class).getStatusCode().value())
                .isEqualTo(200);
    }
}
