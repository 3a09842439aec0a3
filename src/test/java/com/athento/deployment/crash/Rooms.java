package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rooms of the planning, each with whatever it can be asked for: a database may refuse what another one takes. */
final class Rooms {

    private static final Pattern FEED = Pattern.compile("value=\"http[^\"]*(/planning/feed/[\\w-]{43}\\.ics)\"");
    private static final String FREEZE = """
            {"name": "%s", "reason": "Accounts", "contact": "Marta", "from": "2027-02-06T00:00", "until": "%s",
             "scope": {"everything": false, "environments": ["PRO"], "clients": ["ACME"], "instances": ["%s"]}%s}""";

    private final int port;
    private final Visit browser;
    private final Lifecycle.Intervention intervention;
    private final String instance;

    /** @param intervention of ACME's, to 24.2.0, whose window begins on 6 February 2027 at ten at night */
    Rooms(Lifecycle.Intervention intervention, int port) {
        this.port = port;
        this.intervention = intervention;
        this.instance = (String) intervention.value("instanceCode");
        this.browser = Visit.browser(port);
        browser.logsIn("manager", "demo");
    }

    void planning() {
        for (var filter :
                List.of("", "&client=ACME", "&environment=PRO", "&team=PROJECT", "&client=ACME&team=PROJECT")) {
            for (var view : List.of("month", "week", "list")) {
                assertThat(page("/planning?view=%s&day=2027-02-02%s".formatted(view, filter)))
                        .as(view + filter)
                        .contains(intervention.key());
            }
            assertThat(JsonPath.<List<String>>read(
                            get("/api/planning?from=2027-02-01&until=2027-02-08" + filter), "$.windows[*].key"))
                    .contains(intervention.key());
        }
        for (var filter : List.of("&client=NORTHWIND", "&environment=QA", "&team=SYSTEMS")) {
            assertThat(page("/planning?view=list&day=2027-02-02" + filter))
                    .as(filter)
                    .doesNotContain(intervention.key());
        }
    }

    void feed() {
        for (int time = 0; time < 2; time++) {
            var made = browser.form("/planning/feed", Map.of("_csrf", browser.cookie("XSRF-OWN")))
                    .isFine();
            var address = FEED.matcher(made.body());
            assertThat(address.find()).isTrue();
            assertThat(Visit.nobody(port).get(address.group(1)).isFine().body())
                    .contains("BEGIN:VCALENDAR", "/interventions/" + intervention.key());
        }
    }

    /** Made, told where it matters, changed, ended; it stops nobody afterwards. */
    void freezes() {
        var made = Visit.by("manager", port)
                .post("/api/freezes", FREEZE.formatted("Year end", "2027-02-08T00:00", instance, ""))
                .isFine()
                .body();
        var address = "/freezes/" + JsonPath.read(made, "$.id");
        assertThat(JsonPath.read(made, "$.hits[*].key").toString()).contains(intervention.key());
        assertThat(page(address)).contains("Year end", intervention.key());
        assertThat(page("/freezes")).contains("Year end");
        assertThat(page("/interventions/" + intervention.key())).contains("Year end");
        for (var filter : List.of("", "&environment=PRO", "&client=ACME", "&client=ACME&environment=PRO")) {
            assertThat(JsonPath.read(
                                    get("/api/planning?from=2027-02-01&until=2027-02-08" + filter), "$.freezes[*].name")
                            .toString())
                    .as(filter)
                    .contains("Year end");
        }
        assertThat(get("/api/planning?from=2027-02-01&until=2027-02-08&environment=QA"))
                .doesNotContain("Year end");

        var changed = FREEZE.formatted("Month end", "2027-02-07T00:00", instance, ", \"version\": 1");
        assertThat(Visit.by("manager", port)
                        .put("/api" + address, changed)
                        .isFine()
                        .body())
                .contains("\"until\":\"2027-02-07T00:00\"");
        Visit.by("manager", port).put("/api" + address, changed).isRefused(409);
        var ended = Visit.by("manager", port)
                .put("/api" + address, "{\"ended\": true}")
                .isFine()
                .body();
        assertThat(JsonPath.<String>read(ended, "$.endedBy")).isEqualTo("manager");
        assertThat(get("/api/freezes")).contains("Month end").doesNotContain("Year end");
        assertThat(page("/freezes?page=0")).contains("Month end");
    }

    void instances() {
        assertThat(page("/instances?q=acme").indexOf(instance)).isPositive();
        assertThat(page("/instances?q=%s&page=0".formatted(instance))).contains(instance, intervention.key());
        assertThat(page("/instances?page=1")).contains("<table");
        assertThat(page("/instances?q=nobody-has-this")).doesNotContain(instance);
        assertThat(JsonPath.<List<String>>read(
                        get("/api/readiness"), "$[?(@.instance == '%s')].next.key".formatted(instance)))
                .containsExactly(intervention.key());
        assertThat(get("/api/readiness?format=csv"))
                .startsWith("instance,client,")
                .contains(instance);
    }

    void versions() {
        Visit.by("product", port)
                .put(
                        "/api/versions/SE/24.1.7",
                        "{\"released\": \"2027-01-01\", \"bigChanges\": true, \"fixes\": [\"HF-1\"]}")
                .isFine();
        assertThat(page("/versions")).contains("SE 24.1.7", "SE 24.2.0");
        assertThat(page("/versions/SE/24.2.0")).contains("24.2.0");
        assertThat(JsonPath.<List<Boolean>>read(get("/api/versions"), "$[?(@.version == '24.1.7')].product.bigChanges"))
                .containsExactly(true);
        assertThat(JsonPath.<Integer>read(get("/api/versions/SE/24.2.0"), "$.record.instances"))
                .isGreaterThanOrEqualTo(2);
        assertThat(JsonPath.<List<String>>read(get("/api/versions?instance=" + instance), "$[*].version"))
                .contains("24.1.7", "24.2.0");
    }

    /** The intervention is not in its own way. */
    void slots() {
        var slots = get("/api/slots?count=3&from=2027-02-05T00:00:00Z&intervention=" + intervention.key());
        assertThat(JsonPath.<List<String>>read(slots, "$.slots[*].windowStartLocal"))
                .hasSize(3)
                .allMatch(start -> LocalDateTime.parse(start).isAfter(LocalDateTime.parse("2027-02-05T00:59")));
        assertThat(JsonPath.<String>read(get("/api/slots?minutes=45&instance=" + instance), "$.reason"))
                .contains(intervention.key());
    }

    private String page(String address) {
        return browser.get(address).isFine().body();
    }

    private String get(String address) {
        return Visit.by("manager", port).get(address).isFine().body();
    }
}
