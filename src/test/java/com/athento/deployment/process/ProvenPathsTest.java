package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version comes to PRO once it has proven itself on others. */
class ProvenPathsTest extends PathsTest {

    @Autowired
    JdbcClient database;

    @Test
    void whatInterventionsBringAndTakeBackDecides() {
        var first = excepted("24.71.0");
        first.agrees().windowOpens().starts().deploys().passes();
        var second = excepted("24.71");
        assertThat(message(second)).contains("kept, on %s alone".formatted(first.value("instanceCode")));
        second.agrees().windowOpens().starts().deploys().passes();

        assertThat(lifecycle.requested(Map.of("targetVersion", "24.71.0")).waitsAt())
                .containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);

        second.reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));

        var third = lifecycle.requested(Map.of("targetVersion", "24.71.0"));
        assertThat(third.waitsAt()).containsExactly(REVISE_REQUEST);
        assertThat(third.findings()).containsExactly("NOT_PROVEN ERROR");
    }

    @Test
    void elsewhereThanInProItMayBeTheFirst() {
        var request = lifecycle.request();
        request.put("targetVersion", "24.72.0");
        database.sql("update instance set environment = 'UAT' where code = ?")
                .param(request.get("instanceCode"))
                .update();

        assertThat(lifecycle.requested(request).waitsAt()).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    /** A request for it that both teams approve all the same. */
    private Intervention excepted(String version) {
        var intervention = lifecycle.requested(Map.of("targetVersion", version));
        assertThat(intervention.findings()).containsExactly("NOT_PROVEN ERROR");
        return intervention
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "EXCEPT", "exceptionReason", "The client wants to be the first"))
                .continues()
                .approves();
    }

    private static String message(Intervention intervention) {
        return Variables.FINDINGS
                .parse(intervention.value("findings"))
                .orElseThrow()
                .get(0)
                .message();
    }
}
