package com.athento.deployment.request.web;

import com.athento.deployment.intervention.FixAnswer;
import com.athento.deployment.request.AskedFixes;
import com.athento.deployment.request.AskedFixes.AskedFix;
import com.athento.deployment.request.AskedFixes.Because;
import com.athento.deployment.request.AskedFixes.Proposal;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows whoever fills in a request which fixes on the instance it asks about. */
@RestController
class FixesDoor {

    private final AskedFixes fixes;

    FixesDoor(AskedFixes fixes) {
        this.fixes = fixes;
    }

    /** @param target the version to which the upgrade shall lead; without it no answer is proposed */
    @GetMapping("/api/fixes")
    List<Answer> fixes(@RequestParam String instance, @RequestParam Optional<String> target) {
        return fixes.of(instance, target.filter(text -> !text.isBlank())).stream()
                .map(Answer::of)
                .toList();
    }

    /**
     * A fix on the instance.
     *
     * @param notes what it changes; null where nobody has said
     * @param answer what is proposed; null where nobody knows
     * @param because from where that is known
     */
    record Answer(String reference, String notes, FixAnswer answer, Because because) {

        static Answer of(AskedFix fix) {
            return new Answer(
                    fix.reference(),
                    fix.notes().orElse(null),
                    fix.proposal().map(Proposal::answer).orElse(null),
                    fix.proposal().map(Proposal::because).orElse(null));
        }
    }
}
