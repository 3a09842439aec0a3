package com.athento.deployment.process.models;

import java.util.List;

/** Stops the start: a model that would otherwise fail in the middle of somebody's step. */
class BrokenModels extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** @param faults each a sentence: file, element, what is wrong, what would be right */
    BrokenModels(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = faults;
    }

    List<String> faults() {
        return faults;
    }
}
