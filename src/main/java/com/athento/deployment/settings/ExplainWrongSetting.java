package com.athento.deployment.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows the sentence instead of a stack trace, and before others explain what follows from it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExplainWrongSetting extends AbstractFailureAnalyzer<WrongSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongSetting wrong) {
        return new FailureAnalysis(
                wrong.getMessage(),
                "Correct it where it is set: in a file beside the jar, in the environment or in the command line.",
                wrong);
    }
}
