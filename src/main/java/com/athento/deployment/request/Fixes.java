package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.FIXES;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What a request says about the fixes on its instance.
 *
 * @param answered each with what the patch list says about it
 */
record Fixes(List<Answered> answered) {

    /** @param notes what the fix changes; null where nobody has said */
    record Answered(AnsweredFix fix, String notes) {}

    /**
     * What is answered. Whatever stood already and has no place any more goes: the fix is gone, or the version stays.
     *
     * @param given as it was submitted, or stands
     * @param before what the revision before answered
     * @param onInstance the fixes on top of the version that runs
     * @throws Refused if anything is answered that nobody asked
     */
    static Fixes of(
            List<AnsweredFix> given, Collection<AnsweredFix> before, ChangeKind kind, Collection<Patch> onInstance) {
        var patches = (kind.movesVersion() ? onInstance : List.<Patch>of())
                .stream().collect(Collectors.toMap(Patch::reference, Function.identity()));
        given.stream()
                .filter(fix -> !patches.containsKey(fix.reference()) && !before.contains(fix))
                .findFirst()
                .ifPresent(fix -> refuse(fix, kind, onInstance));
        return new Fixes(given.stream()
                .filter(fix -> patches.containsKey(fix.reference()))
                .map(fix ->
                        new Answered(fix, patches.get(fix.reference()).notes().orElse(null)))
                .toList());
    }

    private static void refuse(AnsweredFix fix, ChangeKind kind, Collection<Patch> onInstance) {
        if (!kind.movesVersion()) {
            throw Refused.because("refused.fixes.moves-nothing", FIXES, fix.reference(), kind);
        }
        throw onInstance.isEmpty()
                ? Refused.because("refused.fixes.none", FIXES, fix.reference())
                : Refused.because(
                        "refused.fixes.unknown",
                        FIXES,
                        fix.reference(),
                        onInstance.stream().map(Patch::reference).collect(Collectors.joining(", ")));
    }

    /** Answers where the model asks for them; one of before does not even know the variable. */
    static Optional<List<AnsweredFix>> asked(VariableScope process, List<AnsweredFix> answers) {
        return process.hasVariable(FIXES.name()) ? Optional.of(answers) : Optional.empty();
    }

    List<AnsweredFix> answers() {
        return answered.stream().map(Answered::fix).toList();
    }

    /** As the process holds them; null where there are none. */
    List<AnsweredFix> orNull() {
        return Optional.of(answers()).filter(some -> !some.isEmpty()).orElse(null);
    }
}
