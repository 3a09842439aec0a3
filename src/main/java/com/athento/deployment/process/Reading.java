package com.athento.deployment.process;

import com.athento.deployment.intervention.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what was submitted to its end: whatever is wrong with it is kept, and refused together. A rule that needs what
 * another one has refused is left out.
 */
public final class Reading {

    private final List<Refused> refusals = new ArrayList<>();

    /**
     * What a rule makes of it; nothing if the rule refuses it, and nothing if it has nothing to say.
     *
     * @throws Refused at once if it is not what was sent that is wrong
     */
    public <T> Optional<T> of(Supplier<T> rule) {
        try {
            return Optional.ofNullable(rule.get());
        } catch (Refused refused) {
            if (refused.reason() != Refused.Reason.INVALID) {
                throw refused;
            }
            refusals.add(refused);
            return Optional.empty();
        }
    }

    /** The same for a rule that only minds or does not. */
    public void check(Runnable rule) {
        of(() -> {
            rule.run();
            return null;
        });
    }

    /** Whether nothing has been wrong so far. */
    public boolean isFine() {
        return refusals.isEmpty();
    }

    /**
     * Ends it.
     *
     * @throws Refused if anything was wrong, with all of it; of one field what was found first
     */
    public void end() {
        if (refusals.isEmpty()) {
            return;
        }
        var fields = new LinkedHashSet<String>();
        var sentences = refusals.stream()
                .flatMap(refused -> refused.sentences().stream())
                .distinct()
                .filter(sentence -> Fault.in(sentence.in(Language.EN))
                        .map(fault -> fields.add(fault.field()))
                        .orElse(true))
                .toList();
        throw new Refused(Refused.Reason.INVALID, sentences);
    }
}
