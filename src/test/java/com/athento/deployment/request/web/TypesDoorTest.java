package com.athento.deployment.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the forms read, as every account may. */
@ApplicationTest
class TypesDoorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @Test
    void saysWhatTheTableSaysOfEachKind() {
        var types = Visit.by("qa", port).get("/api/deployment-types").isFine().body();

        assertThat(JsonPath.<List<Object>>read(types, "$")).hasSize(21);
        assertThat(says(types, "HOTFIX", "en"))
                .isEqualTo("Type 3: impact medium-high, as needed, maximum unavailability: 10 minutes");
        assertThat(says(types, "NEW_COMMAND", "es"))
                .isEqualTo("Tipo 3: impacto medio-alto, frecuencia semanal, no disponibilidad máxima: 10 minutos");
        assertThat(says(types, "APACHE", "es"))
                .isEqualTo("Tipo 4: impacto alto, frecuencia mensual, no disponibilidad máxima: 60 minutos");
        assertThat(says(types, "NEW_FIELD", "en")).isEqualTo("Type 1: impact low, daily, maximum unavailability: none");
    }

    @Test
    void saysItAsTheModelOfAnInterventionHasIt() {
        var model = lifecycle.requested().process().getProcessDefinitionId();

        var types = Visit.by("qa", port)
                .get("/api/deployment-types?process=" + model)
                .isFine();

        assertThat(says(types.body(), "CRONTAB", "en")).startsWith("Type 4: ");
        assertThat(Visit.by("qa", port)
                        .get("/api/deployment-types?process=another")
                        .isRefused(404)
                        .message())
                .isEqualTo("process: 'another' is no version of the lifecycle; leave it out for the newest");
    }

    private static String says(String types, String kind, String language) {
        return JsonPath.<List<String>>read(types, "$[?(@.changeKind == '%s')].says.%s".formatted(kind, language))
                .get(0);
    }
}
