package com.athento.deployment.request.web;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import com.athento.deployment.security.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which fixes the form asks about, and what it knows about them already. */
@ApplicationTest
class FixesDoorTest {

    @LocalServerPort
    int port;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Register register;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void proposesWhatProductSaysWhoeverAppliedItAndTheLastAnswer() throws Exception {
        var asked = lifecycle.newInstance();
        patch(asked, "SE-3128", "Sorts by name", null);
        patch(asked, "HF-70", null, "24.2.0");
        patch(asked, "HF-71", null, "24.3.0");
        patch(asked, "HF-72", null, null);
        patch(asked, "HF-73", null, "24.1.0");
        var elsewhere = lifecycle.newInstance();
        patch(elsewhere, "HF-72", null, null);
        lifecycle.requested(new HashMap<>(
                Map.of("instanceCode", elsewhere, "fixes", "[{\"reference\": \"HF-72\", \"answer\": \"GIVEN_UP\"}]")));

        says(asked, "24.2", """
                [{"reference": "SE-3128", "notes": "Sorts by name", "answer": "CONTAINED", "because": "RELEASE_NOTES"},
                 {"reference": "HF-70", "notes": null, "answer": "CONTAINED", "because": "HOTFIX"},
                 {"reference": "HF-71", "notes": null, "answer": null, "because": null},
                 {"reference": "HF-72", "notes": null, "answer": "GIVEN_UP", "because": "ANSWERED_BEFORE"}]""");
        says(asked, "24.1.9", """
                [{"reference": "SE-3128", "notes": "Sorts by name", "answer": null, "because": null},
                 {"reference": "HF-70", "notes": null, "answer": null, "because": null},
                 {"reference": "HF-71", "notes": null, "answer": null, "because": null},
                 {"reference": "HF-72", "notes": null, "answer": null, "because": null}]""");
    }

    @Test
    void refusesWhatNobodyKnows() {
        Visit.by("support", port).get("/api/fixes?instance=NOPE").isRefused(404);
        Visit.by("support", port)
                .get("/api/fixes?instance=ACME-PRO&target=next")
                .isRefused(400);
    }

    private void says(String instance, String target, String answer) throws Exception {
        JSONAssert.assertEquals(
                answer,
                Visit.by("support", port)
                        .get("/api/fixes?instance=" + instance + "&target=" + target)
                        .isFine()
                        .body(),
                true);
    }

    private void patch(String instance, String reference, String notes, String containedIn) {
        register.addPatch(
                instance,
                "INT-2026-0900-" + instance,
                Lifecycle.MORNING,
                new Patch(
                        reference,
                        Optional.ofNullable(notes),
                        Optional.ofNullable(containedIn).map(Version::new)));
    }
}
