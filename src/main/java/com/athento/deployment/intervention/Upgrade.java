package com.athento.deployment.intervention;

import java.util.Optional;

/**
 * The version upgrade of an instance, as it was approved and agreed.
 *
 * @param from what the instance ran when the plan was made
 */
public record Upgrade(String instance, Version from, Version target) {

    /** The upgrade that is planned; another change leaves the version as it is. */
    public static Optional<Upgrade> in(Plan plan) {
        return plan.kind().movesVersion()
                ? plan.fromVersion()
                        .flatMap(from -> plan.targetVersion().map(to -> new Upgrade(plan.instance(), from, to)))
                : Optional.empty();
    }

    /**
     * What stands in the way of starting it where another version runs by now: that is another upgrade, about which
     * nobody was asked, and no exception makes it the one that was.
     */
    public Optional<Finding> startedFrom(Version running) {
        return running.sameAs(from)
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Code.FROM_VERSION_CHANGED,
                        Finding.Gravity.ERROR,
                        Sentence.of(remedy(running), target, from, instance, running),
                        false));
    }

    private String remedy(Version running) {
        return target.compareTo(running) > 0
                ? "finding.from-version-changed"
                : "finding.from-version-changed.not-higher";
    }
}
