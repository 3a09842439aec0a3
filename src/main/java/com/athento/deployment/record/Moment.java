package com.athento.deployment.record;

import java.time.Instant;

/**
 * A line of the timeline.
 *
 * @param element id in the model; for the end the outcome
 * @param person who did it; for a mail, whom it was meant for; null where nobody did
 * @param decided what a task decided, as a code of the model; null where there was nothing to choose
 * @param note what was written to it; null if nothing
 * @param client who at the client gave the answer that it records; null for anything else, and once removed
 * @param linkOf whose personal link they used; null where it was their own, or none
 */
public record Moment(
        Instant at,
        Kind kind,
        String element,
        String label,
        String person,
        String decided,
        String note,
        String client,
        String linkOf) {

    public enum Kind {
        BEGIN,
        TASK,
        EVENT,
        MAIL,
        /** Inside the instance. */
        NOTICE,
        /** Of a pipeline; the note is the id of its token. */
        PERMIT,
        END
    }

    static Moment of(Instant at, Kind kind, String element, String label, String person) {
        return new Moment(at, kind, element, label, person, null, null, null, null);
    }

    Moment deciding(Enum<?> word) {
        return new Moment(at, kind, element, label, person, word.name(), note, client, linkOf);
    }

    Moment of(ClientsAnswer answer) {
        var answerer = answer.answerer();
        return answerer == null
                ? this
                : new Moment(
                        at,
                        kind,
                        element,
                        label,
                        person,
                        decided,
                        note,
                        answerer.name(),
                        answerer.isInstead() ? answerer.holder() : null);
    }
}
