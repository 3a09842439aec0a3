package com.athento.deployment.process.models;

import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** What somebody may have meant by a name that does not exist. */
final class Names {

    /** More letters than these apart, it is another name. */
    private static final int SLIPS = 4;

    private Names() {}

    /** A clause to append; empty if nothing is near. */
    static String didYouMean(String name, Collection<String> known) {
        return nearest(name, known).map("; did you mean '%s'?"::formatted).orElse("");
    }

    static String unknownVariable(String name) {
        return "there is no variable '%s'%s"
                .formatted(
                        name,
                        didYouMean(
                                name,
                                Variables.all().stream().map(Variable::name).toList()));
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= SLIPS)
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /** Letters that were added, left out or taken for others. */
    private static int distance(String one, String other) {
        var above = IntStream.rangeClosed(0, other.length()).toArray();
        for (var i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + same, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
