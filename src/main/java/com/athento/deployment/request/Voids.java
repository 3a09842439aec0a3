package com.athento.deployment.request;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Version;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new revision of the plan voids. A consent that the client itself proposed for the new window is told apart
 * where consent is judged.
 */
record Voids(boolean approvals, boolean consent) {

    /**
     * @param before the plan that was approved, or that the client agreed to
     * @param found what the check found then; what it finds now
     */
    static Voids between(Plan before, Plan after, Collection<Finding> found, Collection<Finding> finds) {
        if (isAnotherChange(before, after)) {
            return new Voids(true, true);
        }
        var moved = !before.window().start().equals(after.window().start());
        return new Voids(moved && !codes(found).containsAll(codes(finds)), moved);
    }

    /** What the new revision voids of what was said about an earlier one. */
    static Voids between(Revision before, Revision after, Collection<Finding> finds) {
        return between(before.plan(), after.plan(), before.findings(), finds);
    }

    private static boolean isAnotherChange(Plan before, Plan after) {
        return before.kind() != after.kind()
                || !same(before.targetVersion(), after.targetVersion())
                || comesFromElsewhere(before, after)
                || after.window().minutes() > before.window().minutes();
    }

    /** An upgrade from another version is another upgrade; other changes do not care. */
    private static boolean comesFromElsewhere(Plan before, Plan after) {
        return after.kind() == ChangeKind.VERSION_UPGRADE && !same(before.fromVersion(), after.fromVersion());
    }

    private static boolean same(Optional<Version> one, Optional<Version> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().sameAs(other.orElseThrow()));
    }

    private static Set<Finding.Code> codes(Collection<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.toSet());
    }
}
