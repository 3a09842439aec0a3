package com.athento.deployment.record;

import com.athento.deployment.intervention.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What the QA team stated about a battery.
 *
 * @param reference where the results are; null if nobody said
 * @param origin where its figures come from
 * @param reapplied the fixes that were seen to be applied again, a line each; null if there are none
 */
public record Battery(
        int revision,
        String recordedBy,
        Instant recordedAt,
        long total,
        long passed,
        long failed,
        long blocked,
        long open,
        boolean finished,
        Verdict verdict,
        String reference,
        Origin origin,
        @JsonIgnore String reapplied) {

    /** Where figures come from. */
    public enum Origin {
        /** Somebody typed them; nobody has counted. */
        TYPED,
        /** They were counted in files of results. */
        FILES,
        /** They were counted in a run of TestRail. */
        TESTRAIL
    }

    /** References of the fixes that QA has seen to be applied again. */
    @JsonProperty
    public List<String> fixesReapplied() {
        return reapplied == null ? List.of() : reapplied.lines().toList();
    }

    /** The share that is asked for, in percent. */
    @JsonProperty
    public int required() {
        return Verdict.REQUIRED;
    }

    /** Whether it is finished, or was given up because it could no longer pass. */
    boolean settled() {
        return finished || verdict == Verdict.FAILED;
    }
}
