package com.athento.deployment.record;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.register.Patch;
import java.time.Instant;
import java.util.Optional;

/** What may be on record, with only what matters to a test said by it. */
public final class Examples {

    private static final Instant AT = Instant.parse("2027-01-10T10:00:00Z");

    private Examples() {}

    public static Battery battery(long total, long passed, long failed, long blocked, long open, Verdict verdict) {
        return new Battery(
                1, "qa", AT, total, passed, failed, blocked, open, true, verdict, null, Battery.Origin.TYPED, null);
    }

    /** @param notes null if there are none */
    public static Patch patch(String reference, String notes) {
        return new Patch(reference, Optional.ofNullable(notes), Optional.empty());
    }

    public static Hotfix hotfix(String reference, String notes) {
        return new Hotfix(1, "product", AT, "Because", "systems", AT, reference, notes, null);
    }

    /** @param ticket null for none */
    public static Incident incident(
            String title, Severity severity, IncidentResolution resolution, String ticket, String notes) {
        return incident(title, severity, resolution, ticket, notes, "support", null, null);
    }

    /** @param askedBy null where that was not kept */
    public static Incident demand(String title, Severity severity, String askedBy, String confirmedBy, String notes) {
        return incident(title, severity, IncidentResolution.ROLL_BACK, null, notes, confirmedBy, askedBy, confirmedBy);
    }

    private static Incident incident(
            String title,
            Severity severity,
            IncidentResolution resolution,
            String ticket,
            String notes,
            String resolvedBy,
            String askedBy,
            String confirmedBy) {
        return new Incident(
                title,
                title,
                severity,
                CausedByUpdate.YES,
                "Ana",
                "support",
                AT,
                resolution,
                ticket,
                notes,
                resolvedBy,
                resolution == null ? null : AT,
                askedBy,
                confirmedBy);
    }

    public static Approval denial(Team team, String person, String reason) {
        return new Approval(1, team, person, AT, ApprovalDecision.DENY, Risk.HIGH, false, reason);
    }

    /** @param proposed null where no other window was proposed */
    public static ClientsAnswer answer(
            int revision, ConsentAnswer answer, String reason, Instant proposed, int minutes, Answerer answerer) {
        return new ClientsAnswer(
                revision,
                answer,
                reason,
                proposed,
                minutes,
                answerer.name(),
                answerer.linkOf().isEmpty() ? null : String.join("\n", answerer.linkOf()),
                Optional.of(ConsentVia.PAGE),
                "application",
                AT,
                null,
                null,
                false);
    }
}
