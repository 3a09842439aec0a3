package com.athento.deployment.consent.web;

import com.athento.deployment.consent.ProposedWindow;
import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.intervention.WrittenTime;
import com.athento.deployment.process.PickedSlot;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.AskedPlan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a client filled in. Anything may be missing: it comes from outside.
 *
 * @param answer AGREED, DECLINED, OTHER_WINDOW, or SLOT for a yes to one of the times that are offered
 * @param by who answers
 * @param reason why, if the client declines
 * @param window one of the times offered
 * @param proposed another one, of the client's own
 * @param remark why the client proposes another one
 */
public record ConsentForm(String answer, String by, String reason, String window, String proposed, String remark) {

    static final String SLOT = "SLOT";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4000;

    public ConsentForm {
        answer = text(answer);
        by = text(by);
        reason = text(reason);
        window = text(window);
        proposed = text(proposed);
        remark = text(remark);
    }

    /** To be filled in by whoever got this link; of several who share it, nobody is assumed. */
    static ConsentForm of(List<String> linkOf) {
        return new ConsentForm("", linkOf.size() == 1 ? linkOf.get(0) : "", "", "", "", "");
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    /**
     * What is wrong with it: a sentence for each field, in the order of the page.
     *
     * @param isOffered whether a start is among those that the page offers
     */
    Map<String, String> problems(AskedPlan plan, Instant now, Words words, Predicate<Instant> isOffered) {
        var problems = Problems.in(words);
        if (chosen().isEmpty()) {
            problems.add("answer", "consent-page.choose");
        }
        if (picks() && picked(plan.zone()).filter(isOffered).isEmpty()) {
            problems.add("slot", "consent-page.slot.choose");
        }
        if (is(ConsentAnswer.OTHER_WINDOW)) {
            ProposedWindow.problem(wanted(), plan.zone(), plan.windowStart(), now)
                    .ifPresent(problem -> problems.add("proposed", "consent-page.window." + problem, plan.zone()));
            problems.tooLong("remark", remark, LONGEST_TEXT);
        }
        if (is(ConsentAnswer.DECLINED)) {
            problems.missing("reason", reason, "consent-page.say-why");
            problems.tooLong("reason", reason, LONGEST_TEXT);
        }
        problems.missing("by", by, "consent-page.say-who");
        problems.tooLong("by", by, LONGEST_NAME);
        return problems.byField();
    }

    /** What it says to the question, whichever window that is about. */
    Optional<ConsentAnswer> chosen() {
        return picks() ? Optional.of(ConsentAnswer.AGREED) : new Choice<>(ConsentAnswer.class).find(answer);
    }

    /** Whether the client takes one of the times that are offered. */
    boolean picks() {
        return SLOT.equals(answer);
    }

    /** The one that it takes; those that are offered exist once. */
    Optional<Instant> picked(ZoneId zone) {
        return WrittenTime.read(window)
                .filter(local -> zone.getRules().getValidOffsets(local).size() == 1)
                .filter(local -> picks())
                .map(local -> local.atZone(zone).toInstant());
    }

    private boolean is(ConsentAnswer possible) {
        return possible.name().equals(answer);
    }

    /** The start that the client wants instead, as it was written. */
    private String wanted() {
        return proposed.isEmpty() ? window : proposed;
    }

    private Optional<LocalDateTime> wantedStart() {
        return is(ConsentAnswer.OTHER_WINDOW) ? WrittenTime.read(wanted()) : Optional.empty();
    }

    /** The variables of <i>Obtain client consent</i>. */
    Map<String, Object> variables(ZoneId zone) {
        var variables = new HashMap<String, Object>();
        variables.put(Variables.CONSENT_ANSWER.name(), chosen().orElseThrow().name());
        picked(zone).ifPresent(start -> variables.put(PickedSlot.VARIABLE, PickedSlot.handedOver(start)));
        variables.put(Variables.CONSENT_BY.name(), by);
        var words = is(ConsentAnswer.DECLINED) ? reason : remark;
        if (!picks() && !is(ConsentAnswer.AGREED) && !words.isEmpty()) {
            variables.put(Variables.CONSENT_REASON.name(), words);
        }
        wantedStart().ifPresent(start -> variables.put(Variables.PROPOSED_WINDOW_LOCAL.name(), start.toString()));
        return variables;
    }
}
