package com.athento.deployment.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a lifecycle may cost. A bound far above its figure bounds nothing, so it must follow it down. */
record Bounds(Map<String, Long> bounds) {

    static final String FILE = "src/test/resources/bench/bounds.properties";

    /** Below so much of its bound a figure asks for a lower one. */
    private static final double WELL_BELOW = 0.95;

    static Bounds ofThisBuild() {
        var file = new Properties();
        try (var text = Bounds.class.getResourceAsStream("/bench/bounds.properties")) {
            file.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var bounds = new TreeMap<String, Long>();
        file.stringPropertyNames().forEach(name -> bounds.put(name, Long.valueOf(file.getProperty(name))));
        return new Bounds(bounds);
    }

    /** A sentence for each that does not fit. */
    List<String> faults(Map<String, Double> figures) {
        var faults = new ArrayList<String>();
        var names = new TreeSet<>(bounds.keySet());
        names.addAll(figures.keySet());
        for (var name : names) {
            var bound = bounds.get(name);
            var figure = figures.get(name);
            if (bound == null || figure == null) {
                faults.add("%s: has no %s".formatted(name, bound == null ? "bound in " + FILE : "figure"));
            } else if (figure > bound) {
                faults.add("%s: %.1f is more than %d. Spare it, or raise the bound in %s and say there what for."
                        .formatted(name, figure, bound, FILE));
            } else if (figure < WELL_BELOW * bound) {
                faults.add("%s: %.1f is well below %d. Lower the bound in %s to %.0f, so that it stays so."
                        .formatted(name, figure, bound, FILE, Math.ceil(figure)));
            }
        }
        return faults;
    }
}
