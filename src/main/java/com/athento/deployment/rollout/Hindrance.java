package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Sentence;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the way of a start.
 *
 * @param parts what its sentences have to say about it
 */
public record Hindrance(Kind kind, List<Object> parts) {

    /** Each is a word of the codes of its sentences. */
    public enum Kind {
        TOO_EARLY("too-early", ""),
        /** What the client was told has an end; only its own yes, which a manager names, goes beyond. */
        TOO_LATE("too-late", "late-without-reason"),
        /** Nobody but a manager goes through a freeze that no exception lets pass. */
        FROZEN("frozen", "frozen-without-reason"),
        /** What came onto the instance after the approvals, and the client knows nothing of, is not taken away. */
        FIX_LOST("fix-lost", "fix-lost-without-reason"),
        /** The upgrade that was approved is another one by now. */
        ANOTHER_UPGRADE("not-possible", "");

        private final String word;
        private final String withoutReason;

        /** @param withoutReason what a manager hears who gives none; empty if no reason helps */
        Kind(String word, String withoutReason) {
            this.word = word;
            this.withoutReason = withoutReason;
        }

        boolean isPassedByManagers() {
            return !withoutReason.isEmpty();
        }
    }

    Hindrance(Kind kind, Object... parts) {
        this(kind, List.of(parts));
    }

    /** What a manager hears who starts all the same and does not say why. */
    String codeWithoutReason() {
        return "refused.start." + kind.withoutReason;
    }

    /** Such as {@code refused.permit.frozen}. */
    public Sentence sentence(String beginning, Object... firstParts) {
        return Sentence.of(
                beginning + kind.word,
                Stream.concat(Stream.of(firstParts), parts.stream()).toArray());
    }
}
