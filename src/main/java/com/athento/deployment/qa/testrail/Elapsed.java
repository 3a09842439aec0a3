package com.athento.deployment.qa.testrail;

import java.util.Map;
import java.util.regex.Pattern;

/** How long a test took, as TestRail writes it: {@code 1h 2m 30s}. */
final class Elapsed {

    private static final Pattern PARTS = Pattern.compile("(\\d{1,9})([wdhms])");

    private static final Map<String, Integer> SECONDS = Map.of("w", 604_800, "d", 86_400, "h", 3_600, "m", 60, "s", 1);

    private Elapsed() {}

    /** Null where nothing is said. */
    static Double seconds(String text) {
        var parts = PARTS.matcher(text).results().toList();
        return parts.isEmpty()
                ? null
                : Double.valueOf(parts.stream()
                        .mapToDouble(part -> Double.parseDouble(part.group(1)) * SECONDS.get(part.group(2)))
                        .sum());
    }
}
