package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.Route;

/** Which procedure is the right one, and what its table says. */
class Procedure extends FactsAbout {

    Procedure(Telling telling) {
        super(telling);
    }

    /** The type of deployment, 1 to 4. */
    public int type() {
        return the(DEPLOYMENT_TYPE);
    }

    /** How much such changes may harm those who work with the instance, as the table says. */
    public String impact() {
        return words.code("impact", rightType().impact());
    }

    /** How often such changes are made, as the table says. */
    public String frequency() {
        return words.code("frequency", rightType().frequency());
    }

    /** How long the instance may be unavailable, as the table says. */
    public String unavailability() {
        return words.unavailability(rightType());
    }

    private DeploymentType rightType() {
        return sources.types().of(situation.processDefinitionId(), rightKind());
    }

    /** A patch that takes the place of an update is made as a hotfix is. */
    private ChangeKind rightKind() {
        return isPatch() ? ChangeKind.HOTFIX : kindOfChange();
    }

    /** Whether it goes directly into the environment that has the problem. */
    public boolean isFix() {
        return rightKind().isFix();
    }

    /** Whether series are moved between instances. */
    public boolean isAboutSeries() {
        var kind = kindOfChange();
        return kind == ChangeKind.MOVE_SERIES_CONFIGURATION || kind == ChangeKind.IMPORT_SERIES_CONFIGURATION;
    }

    /** Whether the update policy asks for a patch instead of this update. */
    public boolean isPatch() {
        return type() == 4
                && find(BIG_CHANGES).orElse(false)
                && find(ROUTE).filter(Route.PATCH::equals).isPresent();
    }

    public boolean isFlagPossible() {
        return find(FLAG_POSSIBLE).orElse(false);
    }

    public String flagReason() {
        return get(FLAG_REASON);
    }
}
