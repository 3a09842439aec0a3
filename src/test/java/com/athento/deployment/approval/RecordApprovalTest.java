package com.athento.deployment.approval;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Lifecycle.approval;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.PathsTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an approval leaves in its table, and who may give it. */
class RecordApprovalTest extends PathsTest {

    @Autowired
    JdbcClient database;

    @Autowired
    IdentityService identity;

    @AfterEach
    void leavesTheOtherTeam() {
        identity.deleteMembership("product2", "project");
    }

    @Test
    void bothReasonsOfTwoDenialsAreKept() {
        var intervention = lifecycle
                .requested()
                .completes("product", APPROVE_PRODUCT, approval("product", "DENY", "HIGH"))
                .completes("project", APPROVE_PROJECT, approval("project", "DENY", "LOW"))
                .continues();

        assertEnded(intervention, "DENIED");
        assertThat(recorded(intervention))
                .containsExactly(
                        "1 PRODUCT product DENY HIGH product says DENY",
                        "1 PROJECT project DENY LOW project says DENY");
    }

    @Test
    void nobodyDecidesForBothTeams() {
        identity.createMembership("product2", "project");
        var intervention = lifecycle
                .requested()
                .completes("product2", APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"))
                .continues();

        assertRefused(() -> intervention.completes("product2", APPROVE_PROJECT, approval("project", "APPROVE", "LOW")))
                .isEqualTo(
                        "projectDecision: 'product2' has already decided for the other team; somebody else of the project team must decide");
        assertThat(recorded(intervention)).hasSize(1);
    }

    @Test
    void requesterCannotEvenDeny() {
        lifecycle.now(Lifecycle.MORNING);
        var intervention = lifecycle.requestedBy("product", Map.of());

        assertRefused(() -> intervention.completes("product", APPROVE_PRODUCT, approval("product", "DENY", "LOW")))
                .startsWith("productDecision: 'product' requested this intervention");
    }

    private List<String> recorded(Lifecycle.Intervention intervention) {
        return database.sql(
                        "select revision || ' ' || team || ' ' || person || ' ' || decision || ' ' || risk || ' ' || reason"
                                + " from approval where intervention_key = ? order by id")
                .param(intervention.key())
                .query(String.class)
                .list();
    }
}
