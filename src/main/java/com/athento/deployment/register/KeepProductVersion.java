package com.athento.deployment.register;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes what product says about a version of the product. What is left out of the JSON stays as it is, what is null is
 * cleared; a version that is changed here is no longer ruled by the register file.
 */
@Component
public class KeepProductVersion {

    private final ProductVersions versions;
    private final UpdateRegister update;

    KeepProductVersion(ProductVersions versions, UpdateRegister update) {
        this.versions = versions;
        this.update = update;
    }

    /**
     * Keeps it.
     *
     * @return as it stands now
     * @throws Refused if anything is wrong with it, or there is no such version and too little to make one
     */
    public ProductVersion keep(String lineName, String versionText, JsonNode json) {
        var line = Kind.word(Instance.Line.class).read("line", lineName);
        var version = Kinds.VERSION.read("version", versionText);
        update.atOnce(() -> keep(line, version, json));
        return versions.find(line, version).orElseThrow();
    }

    private void keep(Instance.Line line, Version version, JsonNode json) {
        var standing = versions.find(line, version);
        var faults = new Faults();
        var fields = new Fields(JsonEntry.read(json), Fields.CAMEL, faults);
        if (standing.isEmpty() && json.isObject() && !fields.has("released")) {
            throw new Refused(
                    Refused.Reason.UNKNOWN,
                    "refused.register.no-version",
                    line,
                    PlainText.quoted(version.text()),
                    "released");
        }
        var product = Entries.productVersion(fields, line, version, standing);
        var source = fields.optional("source", Kind.word(Source.class), Optional.empty());
        fields.noOthers();
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Reason.INVALID, faults.all());
        }
        if (source.isPresent() || !standing.equals(Optional.of(product))) {
            versions.keep(product, source.orElse(Source.API));
        }
    }
}
