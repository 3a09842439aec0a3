package com.athento.deployment.request;

import com.athento.deployment.intervention.FixAnswer;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Refused;
import com.athento.deployment.record.FixesAnswered;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The fixes on an instance that a version upgrade asks about, with the answers that are known already. */
@Component
public class AskedFixes {

    private final Register register;
    private final FixesAnswered answered;

    AskedFixes(Register register, FixesAnswered answered) {
        this.register = register;
        this.answered = answered;
    }

    /**
     * What is on top of the version that runs, in the order in which it came.
     *
     * @param target to which the upgrade shall lead; without it nothing is known yet
     * @throws Refused if nobody knows the instance, or the target is no version
     */
    public List<AskedFix> of(String instanceCode, Optional<String> target) {
        var instance = register.instance(instanceCode)
                .orElseThrow(() ->
                        new Refused(Refused.Reason.UNKNOWN, "refused.instance.none", PlainText.quoted(instanceCode)));
        var version = target.map(TargetVersion::read);
        var patches = register.patchesOnTopOf(instance.version(), instance.code());
        var known = version.map(to -> known(to, instance, patches));
        return patches.stream()
                .map(patch -> new AskedFix(
                        patch.reference(),
                        patch.notes(),
                        known.flatMap(all -> all.about(patch, version.orElseThrow()))))
                .toList();
    }

    private Known known(Version target, Instance instance, List<Patch> patches) {
        return new Known(
                register.broughtAlong(target, instance.code()),
                answered.about(
                        target,
                        instance.line().name(),
                        patches.stream().map(Patch::reference).toList()));
    }

    /**
     * One of them.
     *
     * @param proposal what is known about it
     */
    public record AskedFix(String reference, Optional<String> notes, Optional<Proposal> proposal) {}

    /** An answer that is known already, and from where. */
    public record Proposal(FixAnswer answer, Because because) {}

    /** Where an answer comes from. */
    public enum Because {
        /** Product says that the version, or one before it, brings the fix along. */
        RELEASE_NOTES,
        /** Whoever applied it said which version would bring it along. */
        HOTFIX,
        /** Somebody has answered so for the same version. */
        ANSWERED_BEFORE
    }

    /**
     * What is known about a version.
     *
     * @param broughtAlong references that product names
     * @param before the last answers, by reference
     */
    record Known(Set<String> broughtAlong, Map<String, FixAnswer> before) {

        Optional<Proposal> about(Patch patch, Version target) {
            if (broughtAlong.contains(patch.reference())) {
                return Optional.of(new Proposal(FixAnswer.CONTAINED, Because.RELEASE_NOTES));
            }
            return Optional.ofNullable(before.get(patch.reference()))
                    .map(answer -> new Proposal(answer, Because.ANSWERED_BEFORE))
                    .or(() -> patch.isIn(target)
                            ? Optional.of(new Proposal(FixAnswer.CONTAINED, Because.HOTFIX))
                            : Optional.empty());
        }
    }
}
