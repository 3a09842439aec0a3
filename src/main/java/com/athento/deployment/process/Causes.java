package com.athento.deployment.process;

import java.util.Optional;
import java.util.stream.Stream;

/** A failure and what lies behind it, however others have wrapped it. */
public final class Causes {

    /** How far a chain is followed; some lead back to themselves. */
    private static final int DEPTH = 20;

    private Causes() {}

    /** From the outermost to the innermost. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }

    /** The first of that kind. */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return of(failure).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
