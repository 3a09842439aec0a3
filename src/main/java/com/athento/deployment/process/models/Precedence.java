package com.athento.deployment.process.models;

import java.util.List;
import java.util.Optional;

/** Whether the models of a build go on top of those that are there. */
enum Precedence {
    /** Ours are new, or they are to replace the newest on purpose. */
    DEPLOY,
    /** Ours are the newest already. */
    KEEP,
    /** What is there is newer than ours: a node of an older build has started again. */
    YIELD;

    /**
     * @param before all that was ever put on top, in the order of time
     * @param replaces the number that an operator wants to be replaced on purpose
     */
    static Precedence of(Build build, String digest, List<Deployed> before, Optional<Long> replaces) {
        if (before.isEmpty()) {
            return DEPLOY;
        }
        var newest = before.get(before.size() - 1);
        if (newest.digest().equals(digest)) {
            return KEEP;
        }
        if (replaces.filter(number -> number == newest.number()).isPresent()) {
            return DEPLOY;
        }
        var replaced = before.stream()
                .anyMatch(each -> each.digest().equals(digest) && each.build().equals(build));
        return replaced || build.isOlderThan(newest.build()) ? YIELD : DEPLOY;
    }
}
