package com.athento.deployment.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * What holds of an intervention at this instant, read from the procedure itself and not from what the mails' own code
 * thinks of it.
 *
 * @param waitsAt the elements of the model where it stands
 * @param outcome null until decided
 */
record Holds(Set<String> waitsAt, Instant now, Instant windowStart, String outcome) {

    private static final ZoneId CLIENTS = ZoneId.of("Europe/Madrid");
    private static final DateTimeFormatter SPANISH =
            DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM 'de' yyyy, HH:mm", Locale.forLanguageTag("es"));

    static Holds of(ProcessEngine engine, ProcessInstance intervention) {
        var runtime = engine.getRuntimeService();
        Map<String, Object> variables = runtime.getVariables(intervention.getId());
        return new Holds(
                Set.copyOf(runtime.getActiveActivityIds(intervention.getId())),
                ClockUtil.getCurrentTime().toInstant(),
                ((Date) variables.get("windowStart")).toInstant(),
                (String) variables.get("outcome"));
    }

    /** Whether a mail of this kind says what is so. */
    boolean is(String mail, String text) {
        return switch (mail) {
            case "consent-request", "consent-reminder" -> isAsked() && isAhead() && names(text);
            case "window-confirmed", "user-notice" ->
                (at("confirm-window") || at("window-opened")) && isAhead() && names(text);
            case "window-for-colleagues" -> (at("confirm-window") || at("window-opened")) && isAhead();
            case "change-for-contact" -> outcome == null && !isAsked() && !isAgreed();
            case "change-for-users", "change-for-colleagues" -> outcome == null && !isAgreed();
            case "ending-for-contact", "ending-for-users", "ending-for-requester", "ending-for-colleagues" ->
                at("tell-about-ending") && outcome != null;
            case "result-for-contact", "result-for-users", "result-for-support", "result-for-colleagues" ->
                outcome != null && !isBeingChanged() && saysRolledBack(text) == "ROLLED_BACK".equals(outcome);
            case "closing" -> at("send-closing-mail");
            case "approval-reminder" -> at("approve-product") || at("approve-project");
            case "point-of-no-return" -> isBeingChanged();
            case "start-overdue" -> at("start-deployment");
            case "rollback-for-colleagues" -> at("roll-back");
            case "recovery-call" -> at("recover-instance");
            case "outage-for-contact", "outage-for-users" -> at("roll-back") || at("recover-instance");
            default -> false;
        };
    }

    private boolean isAsked() {
        return at("ask-client-consent") || at("obtain-client-consent");
    }

    private boolean isAgreed() {
        return at("confirm-window") || at("window-opened") || at("start-deployment");
    }

    private boolean at(String element) {
        return waitsAt.contains(element);
    }

    private boolean isAhead() {
        return now.isBefore(windowStart);
    }

    private boolean names(String text) {
        return text.contains(SPANISH.format(windowStart.atZone(CLIENTS)));
    }

    /** The hour counts: nobody can say yet which version will run. */
    private boolean isBeingChanged() {
        return at("deploy")
                || at("run-qa-battery")
                || at("accept-or-hotfix")
                || at("apply-hotfix")
                || at("roll-back")
                || at("recover-instance");
    }

    /** As every result says it, in Spanish to the client and in English to support. */
    static boolean saysRolledBack(String text) {
        return text.contains("se ha deshecho")
                || text.contains("tal como estaba antes")
                || text.contains("rolled back");
    }
}
