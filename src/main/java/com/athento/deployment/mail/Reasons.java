package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.ConsentOutcome;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.record.Approval;
import com.athento.deployment.record.ClientsAnswer;
import com.athento.deployment.record.Incident;
import java.util.List;

/** Who decided what, and why. */
class Reasons extends FactsAbout {

    private final Happened happened;

    Reasons(Telling telling, Happened happened) {
        super(telling);
        this.happened = happened;
    }

    /**
     * @param who a person or team, and what they did; in the reader's language
     * @param text their own words; may be null
     */
    public record Said(String who, String text) {}

    /** Why the date that this reader knows has moved, where no mail before this one says so; else null. */
    public Said moved() {
        return isRescheduled() && isUnheard() ? new Said(words.of("said.moved"), get(CHANGE_REASON)) : null;
    }

    private boolean isRescheduled() {
        return find(REPLAN_CAUSE).filter(ReplanCause.RESCHEDULED::equals).isPresent();
    }

    private boolean isUnheard() {
        return situation
                .toldLast(mailing.recipients().reader())
                .filter(last -> !last.mailing().announcesChange())
                .filter(last -> !last.windowStart().equals(window().start()))
                .isPresent();
    }

    /** Why the date no longer holds. */
    public Said change() {
        var cause = find(REPLAN_CAUSE).orElse(ReplanCause.RESCHEDULED);
        var text = switch (cause) {
            case CONTACT_ANSWER -> contactsWords(get(CONSENT_REASON));
            case NO_ANSWER -> get(NO_ANSWER_REASON);
            case POSTPONED -> get(START_REASON);
            case RESCHEDULED -> get(CHANGE_REASON);
            case TOO_LATE, WINDOW_LAPSED -> null;
        };
        return new Said(words.code("cause", cause), text);
    }

    /** Why it ended without deployment, for the client: nobody's internal words. */
    public Said ending() {
        var outcome = find(OUTCOME).orElse(Outcome.CANCELLED);
        var text = switch (outcome) {
            case DECLINED ->
                contactsWords(situation.consent().map(ClientsAnswer::reason).orElse(null));
            case CANCELLED -> cancelReason();
            default -> null;
        };
        return new Said(words.code("ending", outcome), text);
    }

    /** Every recorded reason of an end without deployment, for our own people. */
    public List<Said> endings() {
        return switch (find(OUTCOME).orElse(Outcome.CANCELLED)) {
            case DENIED ->
                sources.records().denials(situation.key()).stream()
                        .map(this::denied)
                        .toList();
            case DECLINED -> situation.consent().map(this::declined).stream().toList();
            case NOT_TYPE_4 -> List.of(ending());
            case WITHDRAWN -> List.of(new Said(endedBy("said.withdrawn"), null));
            default -> List.of(new Said(endedBy(isGivenUp() ? "said.given-up" : "said.cancelled"), cancelReason()));
        };
    }

    private Said denied(Approval no) {
        return new Said(words.of("said.denied", sources.name(no.person()), words.code("team", no.team())), no.reason());
    }

    private Said declined(ClientsAnswer no) {
        return new Said(
                words.of(
                        "said.declined",
                        no.answerer().in(words),
                        situation.client().name()),
                no.reason());
    }

    /** What the contact told us is not for everybody who works with the instance. */
    private String contactsWords(String text) {
        return mailing.recipients().reader() == Recipients.Reader.END_USERS ? null : text;
    }

    private String endedBy(String key) {
        var person = find(ENDED_BY).or(() -> find(CHANGED_BY));
        return person.map(id -> words.of(key + ".by", sources.name(id))).orElseGet(() -> words.of(key));
    }

    private boolean isGivenUp() {
        return find(CONSENT_OUTCOME).filter(ConsentOutcome.GIVEN_UP::equals).isPresent();
    }

    private String cancelReason() {
        return isGivenUp() ? get(NO_ANSWER_REASON) : get(CHANGE_REASON);
    }

    /**
     * Why it is being rolled back; null if that was not kept. It is deployed once, before the first battery; and users
     * work with it, so that a rollback can be demanded, only when the last battery has not failed.
     */
    public Said rollback() {
        var batteries = happened.batteries();
        if (batteries.isEmpty()) {
            return new Said(deploymentFailed(), happened.deploymentNotes());
        }
        var last = batteries.size() - 1;
        return situation.batteries().get(last).verdict() == Verdict.FAILED
                ? new Said(words.of("said.battery", happened.line(batteries.get(last))), null)
                : sources.records()
                        .rollbackDemanded(situation.key())
                        .map(demand -> new Said(demanded(demand), demand.notes()))
                        .orElse(null);
    }

    private String demanded(Incident demand) {
        var confirmed = sources.name(demand.resolvedBy());
        var severity = words.code("severity", demand.severity());
        return demand.rollbackAskedBy() == null
                ? words.of("said.demanded", confirmed, demand.title(), severity)
                : words.of(
                        "said.demanded.by",
                        sources.name(demand.rollbackAskedBy()),
                        demand.title(),
                        severity,
                        confirmed);
    }

    private String deploymentFailed() {
        return find(DEPLOYED_BY)
                .map(person -> words.of("said.failed.by", sources.name(person)))
                .orElseGet(() -> words.of("said.failed"));
    }
}
