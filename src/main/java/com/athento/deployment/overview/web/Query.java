package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.process.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what stands behind the question mark, and says what would be right if it is wrong. */
final class Query {

    private static final Kind<Phase> PHASE = Kind.word(Phase.class);

    private Query() {}

    /** Phases separated by commas; none if the text is absent. */
    static Set<Phase> phases(String text) {
        return isAbsent(text)
                ? Set.of()
                : Stream.of(text.split(",", -1))
                        .map(word -> PHASE.read("phase", word))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));
    }

    static int whole(String name, String text, int absent, int least, int most) {
        return isAbsent(text) ? absent : whole(least, most).read(name, text);
    }

    private static Kind<Integer> whole(int least, int most) {
        return Kind.of(text -> WrittenNumber.whole(text, least, most), "refused.value.range-of-list", least, most);
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isBlank();
    }
}
