package com.athento.deployment.versions.web;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a version ran, and how it did, on its page and as JSON. */
class VersionPagesTest extends PathsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Test
    void passportTellsWhatBecameOfAVersion() throws Exception {
        lifecycle.proven("24.81.0");
        var kept = deployed("24.81")
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX"))
                .completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-81"))
                .battery(100, 99, 1)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "ACCEPT"));
        kept.reports("Search is slow", "MINOR");
        var back = deployed("24.81.0").passes();
        back.reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));

        var passport =
                Visit.by("qa", port).get("/api/versions/SE/24.81").isFine().body();

        assertThat(JsonPath.<Map<String, Object>>read(passport, "$.record"))
                .containsEntry("instances", 3)
                .containsEntry("rolledBack", 1)
                .containsEntry("deployments", 2)
                .containsEntry("passed", 199)
                .containsEntry("tests", 200)
                .containsEntry("share", 99)
                .containsEntry("incidents", 2)
                .containsEntry("hotfixes", 1);
        assertThat(JsonPath.<String>read(passport, "$.says.en")).startsWith("Kept on 3 instances since ");
        assertThat(JsonPath.<Object>read(passport, "$.product")).isNull();
        var runs =
                "$.runs[?(@.intervention == '%s')]['origin', 'ending', 'environment', 'client', 'passed', 'tests', 'incidents', 'hotfixes']";
        JSONAssert.assertEquals(
                """
                [{"origin": "DEPLOYED", "ending": null, "environment": "PRO", "client": "ACME", "passed": 99,
                  "tests": 100, "incidents": 1, "hotfixes": 1}]""", JsonPath.read(passport, runs.formatted(kept.key())).toString(), true);
        JSONAssert.assertEquals(
                """
                [{"origin": "DEPLOYED", "ending": "ROLLED_BACK", "environment": "PRO", "client": "ACME", "passed": 100,
                  "tests": 100, "incidents": 1, "hotfixes": 0}]""", JsonPath.read(passport, runs.formatted(back.key())).toString(), true);

        assertThat(page("/versions/SE/24.81.0"))
                .contains("Passport of version SE 24.81", "Kept on 3 instances", "rolled back", kept.key(), "PROVEN-")
                .contains("199 of 200 (99 %)");
        assertThat(page("/interventions/" + back.key())).contains("/versions/SE/24.81.0", "rolled back once");

        // What the older version took is not what its return took.
        assertThat(JsonPath.<List<Object>>read(
                        Visit.by("qa", port)
                                .get("/api/versions/SE/24.1")
                                .isFine()
                                .body(),
                        "$.runs[?(@.origin == 'RESTORED')].minutes"))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    @Test
    void listHasWhatProductStatesAndWhatRanSomewhere() {
        lifecycle.proven("24.82.0");

        var all = Visit.by("support", port).get("/api/versions").isFine().body();

        assertThat(JsonPath.<List<String>>read(all, "$[?(@.line == 'ECM')].version"))
                .containsSubsequence("9.11.0", "9.10.0", "9.9.2");
        assertThat(JsonPath.<List<Map<String, Object>>>read(all, "$[?(@.version == '24.82.0')]"))
                .singleElement()
                .satisfies(known -> assertThat(known).containsEntry("runsOn", 2).containsEntry("product", null));
        assertThat(page("/versions")).contains("SE 24.82.0", "SE 24.2.0", "big changes", "not stated");
    }

    private String page(String address) {
        var browser = Visit.browser(port);
        browser.logsIn("qa", "demo");
        return browser.get(address).isFine().body();
    }

    /** What is not released yet, or not later, or of the other line, is no target. */
    @Test
    void targetsOfAnInstanceAreTheLaterReleasedOnesOfItsLine() {
        var instance = lifecycle.newInstance();
        try {
            for (var version : List.of("24.1.5", "24.0.9")) {
                states("SE", version, "2026-01-01");
            }
            states("ECM", "24.1.6", "2026-01-01");
            states("SE", "99.0", "9999-01-01");

            assertThat(JsonPath.<List<String>>read(
                            Visit.by("support", port)
                                    .get("/api/versions?instance=" + instance)
                                    .isFine()
                                    .body(),
                            "$[*].version"))
                    .contains("24.1.5", "24.2.0")
                    .doesNotContain("24.0.9", "24.1.0", "24.1.6", "99.0");
        } finally {
            database.sql("delete from product_version where same_as in ('24.1.5', '24.0.9', '24.1.6', '99')")
                    .update();
        }
    }

    private void states(String line, String version, String released) {
        Visit.by("product", port)
                .put("/api/versions/%s/%s".formatted(line, version), "{\"released\": \"%s\"}".formatted(released))
                .isFine();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/versions/SE/24.99 | There is no version SE '24.99'
            /api/versions/ECM/24.2.0 | There is no version ECM '24.2.0'
            /api/versions/XY/24.2.0 | There is no version XY '24.2.0'
            /api/versions/SE/v2 | There is no version SE 'v2'
            /api/versions?instance=NOPE | There is no instance 'NOPE'
            """)
    void knowsNoOthers(String address, String sentence) {
        assertThat(Visit.by("qa", port).get(address).isRefused(404).message()).isEqualTo(sentence);
    }

    private Intervention deployed(String version) {
        return lifecycle
                .requested(Map.of("targetVersion", version))
                .approves()
                .agrees()
                .windowOpens()
                .starts()
                .deploys();
    }
}
