package com.athento.deployment.register.web;

import com.athento.deployment.register.Instance;
import com.athento.deployment.register.KeepProductVersion;
import com.athento.deployment.register.ProductVersion;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/versions}: product says which versions there are. */
@RestController
class ProductVersionDoor {

    private final KeepProductVersion keep;

    ProductVersionDoor(KeepProductVersion keep) {
        this.keep = keep;
    }

    @PutMapping("/api/versions/{line}/{version}")
    Answer put(@PathVariable String line, @PathVariable String version, @RequestBody JsonNode json) {
        return Answer.of(keep.keep(line, version, json));
    }

    /** A version of the product; without release notes they are null. */
    record Answer(
            Instance.Line line,
            String version,
            LocalDate released,
            String notes,
            boolean bigChanges,
            List<String> fixes) {

        static Answer of(ProductVersion version) {
            return new Answer(
                    version.line(),
                    version.version().text(),
                    version.released(),
                    version.notes().orElse(null),
                    version.bigChanges(),
                    version.fixes());
        }
    }
}
