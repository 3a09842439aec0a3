package com.athento.deployment.rollout.permits;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.JsonField;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a pipeline is about to do.
 *
 * @param instance its code
 * @param version that comes; empty where the change leaves the version as it is
 * @param start whether the deployment starts with the permit
 */
record AskedPermit(String instance, Optional<Version> version, boolean start) {

    private static final String INSTANCE = "instance";
    private static final String VERSION = "version";
    private static final String START = "start";
    private static final List<String> TAKEN = List.of(INSTANCE, VERSION, START);

    /** @throws Refused if anything of it is missing or wrong */
    static AskedPermit of(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw Refused.because("refused.permit.body");
        }
        var reading = new Reading();
        object.fieldNames().forEachRemaining(name -> reading.check(() -> mustBeTaken(name)));
        var instance = reading.of(() -> JsonField.text(object, INSTANCE)
                .orElseThrow(() -> Refused.because("refused.instance.missing", INSTANCE)));
        var version = reading.of(() -> JsonField.text(object, VERSION).map(AskedPermit::version));
        var start = reading.of(() -> JsonField.isTrue(object, START));
        reading.end();
        return new AskedPermit(instance.orElseThrow(), version.orElseThrow(), start.orElseThrow());
    }

    private static void mustBeTaken(String name) {
        if (!TAKEN.contains(name)) {
            throw Refused.because("refused.register.unknown-field", PlainText.quoted(name), String.join(", ", TAKEN));
        }
    }

    private static Version version(String text) {
        return Version.parse(text)
                .orElseThrow(() -> Refused.because(
                        "refused.value.none",
                        VERSION,
                        PlainText.quoted(text),
                        Sentence.of("refused.value.version", "24.2.0")));
    }
}
