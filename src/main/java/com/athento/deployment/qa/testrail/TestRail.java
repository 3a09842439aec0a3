package com.athento.deployment.qa.testrail;

import com.athento.deployment.process.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** TestRail's API, version 2. One that hangs holds up only a few of those who ask, and nobody else. */
class TestRail {

    private static final int TALKS_AT_ONCE = 6;

    private final TestRailProperties settings;
    private final String base;
    private final Duration patience;
    private final RestClient http;
    private final ObjectMapper json;
    private final Semaphore talks = new Semaphore(TALKS_AT_ONCE);

    /** @param patience how long a conversation may last */
    TestRail(TestRailProperties settings, String base, Duration patience, ObjectMapper json) {
        this.settings = settings;
        this.base = base;
        this.patience = patience;
        this.json = json;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                // An offer to switch protocols in the middle is not for everybody's proxy.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build());
        requests.setReadTimeout(settings.timeout());
        this.http = RestClient.builder()
                .requestFactory(requests)
                .defaultHeaders(headers -> headers.setBasicAuth(settings.user(), settings.key()))
                .build();
    }

    String base() {
        return base;
    }

    String page(AskedRun run) {
        return base + run.page();
    }

    String test(long id) {
        return base + "/index.php?/tests/view/" + id;
    }

    /** @throws Refused if too many ask at this moment */
    Talk talk() {
        if (!talks.tryAcquire()) {
            throw new Refused(Refused.Reason.TOO_OFTEN, "refused.testrail.busy");
        }
        return new Talk(base, settings.timeout(), patience, http, json, talks::release);
    }
}
