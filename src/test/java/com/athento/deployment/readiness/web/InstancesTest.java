package com.athento.deployment.readiness.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.PathsTest;
import com.athento.deployment.record.Examples;
import com.athento.deployment.register.Register;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board of all instances, as page, JSON and CSV. */
class InstancesTest extends PathsTest {

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    JdbcClient database;

    @AfterEach
    void takeAway() {
        database.sql("delete from instance_patch where instance_code = 'ANDES-PRO' and reference like '%READY-%'")
                .update();
        database.sql("delete from product_version where line = 'ECM' and version like '9.9.%0'")
                .update();
    }

    @Test
    void tellsHowFarAnInstanceIsBehindAndWhatIsPlanned() {
        version("9.9.90", "[]");
        version("9.9.80", "[\"READY-2\"]");
        register.addPatch(
                "ANDES-PRO", "INT-1", Instant.parse("2027-01-15T20:00:00Z"), Examples.patch("READY-1", "Finds"));
        register.addPatch(
                "ANDES-PRO", "INT-1", Instant.parse("2027-01-15T21:00:00Z"), Examples.patch("READY-2", "Sorts"));
        var intervention = lifecycle.approved();

        var all = Visit.by("qa", port).get("/api/readiness").isFine().body();

        var andes = one(all, "ANDES-PRO");
        assertThat((Integer) andes.get("releasesBehind")).isGreaterThanOrEqualTo(2);
        assertThat(andes.get("patches")).isEqualTo(List.of("READY-1"));
        assertThat(andes.get("why").toString()).contains("releases behind", "Blocker, Critical or Major");
        assertThat(JsonPath.<List<String>>read(andes, "$.policy[*].severity"))
                .containsExactly("BLOCKER", "CRITICAL", "MAJOR", "MINOR", "TRIVIAL");
        var next = (Map<?, ?>)
                one(all, (String) intervention.value("instanceCode")).get("next");
        assertThat(next.get("key")).isEqualTo(intervention.key());
        assertThat(next.get("windowStartLocal")).isEqualTo("2027-02-06T22:00");
    }

    @Test
    void isReadInSpanishAsPageAndAsCsv() {
        var browser = Visit.browser(port).with("Accept-Language", "es");
        browser.logsIn("manager", "demo");

        assertThat(browser.get("/instances?q=andes").isFine().body())
                .contains("Instancias", "ANDES-PRO", "Banco de los Andes")
                .doesNotContain("ACME-PRO", "Why");
        var csv = browser.get("/api/readiness?format=csv").isFine();
        assertThat(csv.response().headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body().lines().findFirst().orElseThrow())
                .startsWith("instance,client,environment,line,version,newest,releasesBehind")
                .endsWith("TRIVIAL,TRIVIAL_FLIPS");
        assertThat(csv.body().lines()).anyMatch(line -> line.startsWith("ANDES-UAT,ANDES,UAT,ECM,"));
    }

    @Test
    void aSpreadsheetDoesNotCalculateWhatSomebodyTyped() {
        register.addPatch(
                "ANDES-PRO", "INT-1", Instant.parse("2027-01-15T20:00:00Z"), Examples.patch("=READY-1+1", "Finds"));

        assertThat(Visit.by("qa", port)
                        .get("/api/readiness?format=csv")
                        .isFine()
                        .body())
                .contains(",'=READY-1+1,");
    }

    @Test
    void anotherFormatIsNone() {
        Visit.by("qa", port).get("/api/readiness?format=pdf").isRefused(400);
    }

    @Test
    void whatNobodyHasIsSaidAndAPageBeyondTheLastIsTheFirst() {
        var browser = Visit.browser(port);
        browser.logsIn("project", "demo");

        assertThat(browser.get("/instances?q=nobody-has-this").isFine().body()).contains("No instance fits");
        assertThat(browser.get("/instances?q=andes&page=7").isFine().body())
                .contains("ANDES-PRO", "/go/request?instance=ANDES-PRO");
    }

    private void version(String version, String fixes) {
        Visit.by("product", port)
                .put(
                        "/api/versions/ECM/" + version,
                        "{\"released\":\"2027-01-01\",\"bigChanges\":false,\"fixes\":%s}".formatted(fixes))
                .isFine();
    }

    private static Map<String, Object> one(String all, String instance) {
        return JsonPath.<List<Map<String, Object>>>read(all, "$[?(@.instance == '%s')]".formatted(instance))
                .get(0);
    }
}
