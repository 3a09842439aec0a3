package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last place with the systems team, which two requests want at the same instant. */
public record LastPlace(Lifecycle lifecycle, JdbcClient database, int port) {

    /** Of two instances, so that only the team is in their way. */
    public void isForOneOfTwo(String windowStart) throws Exception {
        lifecycle.now(Lifecycle.MORNING);
        var rest = new OverRest(port);
        var requests = List.of(request(windowStart), request(windowStart));
        try (var sameInstant = new SameInstant()) {
            var answers = sameInstant.both(
                    rest.starts("support", Elements.LIFECYCLE, requests.get(0)),
                    rest.starts("product", Elements.LIFECYCLE, requests.get(1)));
            answers.forEach(answer -> answer.isFine());
        }
        var stand = requests.stream()
                .map(request -> database.sql("""
                                select i.phase || ' ' || coalesce(r.findings, '') from intervention i
                                join revision r on r.intervention_key = i.intervention_key where i.instance_code = ?""")
                        .param(request.get("instanceCode"))
                        .query(String.class)
                        .single())
                .sorted()
                .toList();
        assertThat(stand.get(0)).isEqualTo("APPROVAL []");
        assertThat(stand.get(1))
                .startsWith("REQUEST ")
                .contains("\"code\":\"CAPACITY\"")
                .doesNotContain("WORKING_HOURS");
    }

    private Map<String, Object> request(String windowStart) {
        var request = lifecycle.request();
        request.put("windowStartLocal", windowStart);
        return request;
    }
}
