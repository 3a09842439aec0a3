package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.process.Refused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what stands behind the question mark, and says what would be right if it is wrong. */
final class Query {

    private Query() {}

    /** Phases separated by commas; none if the text is absent. */
    static Set<Phase> phases(String text) {
        var phases = EnumSet.noneOf(Phase.class);
        if (text != null && !text.isBlank()) {
            for (var word : text.split(",", -1)) {
                phases.add(phase(word.strip()));
            }
        }
        return phases;
    }

    static int whole(String name, String text, int absent, int least, int most) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // the same sentence says what would be right
        }
        throw Refused.because("%s: '%s' is not possible; give a whole number from %d to %d", name, text, least, most);
    }

    private static Phase phase(String word) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        "phase: '%s' is not known; give one of %s",
                        word, Arrays.stream(Phase.values()).map(Phase::name).collect(Collectors.joining(", "))));
    }
}
