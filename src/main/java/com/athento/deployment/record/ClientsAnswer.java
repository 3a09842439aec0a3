package com.athento.deployment.record;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The client's answer to a revision.
 *
 * @param answeredBy who at the client; null once removed
 * @param links whose personal link it was given with, one name a line; null where nobody's, and once removed
 * @param way how it was given; empty for what stood in the place of an answer
 * @param fromAddress where an answer on the page came from; null for others, and once removed
 * @param shown the plan in the words that the page showed; null for others, and once removed
 * @param evidenceRemoved whether the time of these four is over
 */
public record ClientsAnswer(
        int revision,
        ConsentAnswer answer,
        String reason,
        Instant proposedStart,
        int downtimeMinutes,
        String answeredBy,
        @JsonIgnore String links,
        @JsonIgnore Optional<ConsentVia> way,
        String recordedBy,
        Instant recordedAt,
        String fromAddress,
        String shown,
        boolean evidenceRemoved) {

    /** As the table has it. */
    @JsonProperty
    public String via() {
        return way.map(Enum::name).orElse("STANDING");
    }

    /** Whom the link was sent to; several where they share an address. */
    @JsonProperty
    public List<String> linkOf() {
        return Answerer.names(links);
    }

    /** Whether somebody else answered than the link was sent to. */
    @JsonProperty
    public boolean withOthersLink() {
        return answerer() != null && answerer().isInstead();
    }

    /** Null once removed. */
    @JsonIgnore
    public Answerer answerer() {
        return answeredBy == null ? null : new Answerer(answeredBy, linkOf());
    }

    /** Whether the client itself gave it. */
    boolean itself() {
        return way.isPresent();
    }
}
