package com.athento.deployment.register;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator what is wrong with the file, rather than where in our code it was noticed. */
class ExplainBadRegister extends AbstractFailureAnalyzer<BadRegister> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BadRegister bad) {
        return new FailureAnalysis(
                "register.import: '%s' has faults, and nothing was imported:%n%n    %s"
                        .formatted(bad.file(), String.join("%n    ".formatted(), bad.faults())),
                "Mend the file and start again.",
                bad);
    }
}
