package com.athento.deployment.process.models;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a designer what is wrong in the models, all of it at once. */
class ExplainBrokenModels extends AbstractFailureAnalyzer<BrokenModels> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BrokenModels broken) {
        return new FailureAnalysis(
                "The models in bpmn/ have faults, and nothing was deployed:%n%n    %s"
                        .formatted(String.join("%n    ".formatted(), broken.faults())),
                "Mend them in Camunda Modeler and start again; bpmn/README.md says what holds on to what.",
                broken);
    }
}
