package com.athento.deployment.ladder;

import com.athento.deployment.intervention.Flag;
import com.athento.deployment.intervention.FlagAfter;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import java.util.List;

/**
 * What a step says of the flags of its request.
 *
 * @param flags of the request
 * @param stated by whoever completed the step
 */
record Switched(List<Flag> flags, List<FlagAfter> stated) {

    /** @throws Refused if one of them is none of the request's */
    Switched {
        stated.forEach(state -> {
            if (flags.stream().noneMatch(flag -> flag.name().equals(state.name()))) {
                throw flags.isEmpty()
                        ? Refused.because("refused.flag.none", Variables.FLAGS_AFTER, state.name())
                        : Refused.because("refused.flag.unknown", Variables.FLAGS_AFTER, state.name(), names(flags));
            }
        });
    }

    /** After the deployment: of what nobody speaks is as planned. */
    List<FlagAfter> deployed() {
        return flags.stream()
                .map(flag -> stated.stream()
                        .filter(state -> state.name().equals(flag.name()))
                        .findFirst()
                        .orElse(new FlagAfter(flag.name(), flag.planned())))
                .toList();
    }

    /**
     * Somebody ended an incident by switching a flag off; where there is one alone, it was that.
     *
     * @throws Refused if it could be any of several
     */
    List<FlagAfter> switchedOff() {
        if (!stated.isEmpty() || flags.isEmpty()) {
            return stated;
        }
        if (flags.size() > 1) {
            throw Refused.because("refused.flag.which", Variables.FLAGS_AFTER, names(flags));
        }
        return List.of(new FlagAfter(flags.get(0).name(), flags.get(0).before()));
    }

    private static String names(List<Flag> flags) {
        return String.join(", ", flags.stream().map(Flag::name).toList());
    }
}
