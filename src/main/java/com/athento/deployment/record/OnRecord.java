package com.athento.deployment.record;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What happened in one intervention, step by step, each list in the order of time. */
public record OnRecord(
        List<Revision> revisions,
        List<Approval> approvals,
        List<Consent> consents,
        List<QaRun> qaRuns,
        List<Hotfix> hotfixes,
        List<Incident> incidents,
        List<Mail> mails,
        List<Moment> timeline) {

    /** A team's answer to a revision. */
    public record Approval(
            int revision,
            String team,
            String person,
            OffsetDateTime decidedAt,
            String decision,
            String risk,
            boolean suitable,
            String reason) {}

    /**
     * The client's answer to a revision.
     *
     * @param answeredBy who at the client; null once removed
     * @param links whose personal link it was given with, one name a line; null where nobody's, and once removed
     * @param fromAddress where an answer on the page came from; null for others, and once removed
     * @param shown the plan in the words that the page showed; null for others, and once removed
     * @param evidenceRemoved whether the time of these four is over
     */
    public record Consent(
            int revision,
            String answer,
            String reason,
            OffsetDateTime proposedStart,
            int downtimeMinutes,
            String answeredBy,
            @JsonIgnore String links,
            String via,
            String recordedBy,
            OffsetDateTime recordedAt,
            String fromAddress,
            String shown,
            boolean evidenceRemoved) {

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
    }

    /** What the QA team stated about a battery. */
    public record QaRun(
            int revision,
            String recordedBy,
            OffsetDateTime recordedAt,
            long total,
            long passed,
            long failed,
            long blocked,
            long open,
            boolean finished,
            String verdict,
            String reference) {

        /** The share that is asked for, in percent. */
        @JsonProperty
        public int required() {
            return Verdict.REQUIRED;
        }
    }

    /** A hotfix that was decided on; not applied yet while {@code appliedAt} is null. */
    public record Hotfix(
            int revision,
            String decidedBy,
            OffsetDateTime decidedAt,
            String reason,
            String appliedBy,
            OffsetDateTime appliedAt,
            String reference,
            String notes) {}

    /**
     * What users reported; unresolved while {@code resolvedAt} is null.
     *
     * @param rollbackAskedBy who wants the version back because of it; null if nobody does
     * @param rollbackConfirmedBy which manager agreed; null if none did
     */
    public record Incident(
            String id,
            String title,
            String severity,
            String causedByUpdate,
            String reporter,
            String reportedBy,
            OffsetDateTime reportedAt,
            String resolution,
            String ticketNumber,
            String notes,
            String resolvedBy,
            OffsetDateTime resolvedAt,
            String rollbackAskedBy,
            String rollbackConfirmedBy) {}

    /**
     * A mail without its text.
     *
     * @param mail folder of its template
     * @param recipientsRole whom it was meant for
     * @param envelope their addresses, one a line; empty once removed
     * @param refused addresses that the mail server refused; null if none, and once removed
     * @param addressesRemoved whether the time of these two is over
     * @param textRemoved whether the time of its text is over
     * @param state SENDING, SENT, REFUSED by the mail server for everybody, OBSOLETE where it was not true any more, or
     *     DROPPED where its step ended before the mail server had confirmed it
     */
    public record Mail(
            long id,
            int revision,
            String element,
            String mail,
            String recipientsRole,
            @JsonIgnore String envelope,
            String refused,
            String state,
            String subject,
            String locale,
            String messageId,
            OffsetDateTime createdAt,
            OffsetDateTime sentAt,
            boolean addressesRemoved,
            boolean textRemoved) {

        /** Their addresses, each with the field of the mail that it stood in. */
        @JsonProperty
        public List<String> recipients() {
            return envelope.lines().toList();
        }
    }

    /**
     * A line of the timeline.
     *
     * @param kind BEGIN, TASK, EVENT, MAIL, NOTICE inside the instance, or END
     * @param element id in the model; for the end the outcome
     * @param person who did it; for a mail, whom it was meant for; null where nobody did
     * @param decided what a task decided, as a code of the model; null where there was nothing to choose
     * @param note what was written to it; null if nothing
     * @param client who at the client gave the answer that it records; null for anything else, and once removed
     * @param linkOf whose personal link they used; null where it was their own, or none
     */
    public record Moment(
            OffsetDateTime at,
            String kind,
            String element,
            String label,
            String person,
            String decided,
            String note,
            String client,
            String linkOf) {

        static Moment of(OffsetDateTime at, String kind, String element, String label, String person) {
            return new Moment(at, kind, element, label, person, null, null, null, null);
        }

        Moment deciding(String word) {
            return new Moment(at, kind, element, label, person, word, note, client, linkOf);
        }

        Moment of(Consent answer) {
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

    /** The plan that counts; absent if the request was never checked. */
    public Optional<Revision> current() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

    /** What led to where the hour stands, the last step first. */
    public List<Cause> why() {
        return Cause.of(this);
    }

    /** What the check of the current revision found. */
    public List<Finding> findings() {
        return current().map(Revision::found).orElse(List.of());
    }
}
