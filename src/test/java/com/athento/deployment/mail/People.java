package com.athento.deployment.mail;

import com.athento.deployment.process.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Everybody who works on interventions: what they do, and how long they take, is drawn. */
final class People {

    /** What somebody is going to do, and when. */
    record Step(Instant at, String person, Map<String, Object> answer) {}

    private static final ZoneId CLIENTS = ZoneId.of("Europe/Madrid");

    private final ProcessEngine engine;
    private final Random random;
    private final Supplier<Instant> now;

    People(ProcessEngine engine, Random random, Supplier<Instant> now) {
        this.engine = engine;
        this.random = random;
        this.now = now;
    }

    ProcessInstance request(String instance, String version) {
        var request = new HashMap<String, Object>();
        request.put("instanceCode", instance);
        request.put("changeKind", "VERSION_UPGRADE");
        request.put("targetVersion", version);
        request.put("severity", "NONE");
        request.put("windowStartLocal", aWindow());
        request.put("downtimeMinutes", 45);
        request.put("reason", "Monthly upgrade");
        request.put("flagPossible", false);
        request.put("flagReason", "No flag covers a new version");
        request.put("bigChanges", false);
        request.put("plan", "Stop, install, migrate, start");
        request.put("rollbackPlan", "Restore the snapshot");
        request.put("noticeChannels", "EMAIL");
        return as("support", () -> engine.getRuntimeService().startProcessInstanceByKey("type-4-deployment", request));
    }

    /** At night, three to ten days from now. */
    private String aWindow() {
        return now.get()
                .atZone(CLIENTS)
                .toLocalDate()
                .plusDays(3 + random.nextInt(8))
                .atTime(LocalTime.of(21 + random.nextInt(3), 0))
                .toString();
    }

    /** What will be done about a task; nothing, where somebody keeps silent. */
    Optional<Step> about(Task task) {
        return Optional.ofNullable(
                switch (task.getTaskDefinitionKey()) {
                    case "approve-product" -> approval("product");
                    case "approve-project" -> approval("project");
                    case "obtain-client-consent" -> consent();
                    case "decide-without-answer" -> withoutAnswer();
                    case "revise-request" -> revision();
                    case "start-deployment" ->
                        one(10)
                                ? minutes(
                                        1,
                                        30,
                                        "systems",
                                        Map.of("startDecision", "POSTPONE", "startReason", "The backup is not done"))
                                : minutes(1, 30, "systems", Map.of("startDecision", "START"));
                    case "deploy" ->
                        minutes(10, 40, "systems", Map.of("deploymentResult", one(10) ? "FAILED" : "DEPLOYED"));
                    case "run-qa-battery" -> minutes(5, 20, "qa", battery());
                    case "accept-or-hotfix" -> minutes(1, 10, "product", Map.of("hotfixDecision", "ACCEPT"));
                    case "roll-back" ->
                        one(8)
                                ? minutes(
                                        5,
                                        15,
                                        "systems",
                                        Map.of("runningVersion", "NEITHER", "rollbackNotes", "Disk full"))
                                : minutes(5, 15, "systems", Map.of("runningVersion", "PREVIOUS"));
                    case "recover-instance" ->
                        minutes(10, 90, "systems", Map.of("runningVersion", one(2) ? "PREVIOUS" : "NEW"));
                    case "watch-over-users" -> minutes(60, 30 * 60, "support", Map.of("endEarlyReason", "Quiet"));
                    case "resolve-incident" ->
                        minutes(
                                10,
                                120,
                                "support",
                                Map.of(
                                        "incidentResolution",
                                        one(2) ? "ROLL_BACK" : "SOLVED",
                                        "resolutionNotes",
                                        "Seen"));
                    case "confirm-rollback" -> minutes(1, 30, "managers", Map.of("rollbackConfirmed", true));
                    case "close-intervention" ->
                        minutes(30, 24 * 60, "support", Map.of("closingText", "All done", "closingTeam", "SUPPORT"));
                    default -> throw new IllegalArgumentException("nobody knows " + task.getTaskDefinitionKey());
                });
    }

    private Step approval(String team) {
        return minutes(5, 20 * 60, team, Lifecycle.approval(team, one(20) ? "DENY" : "APPROVE", "LOW"));
    }

    private Step consent() {
        return switch (random.nextInt(10)) {
            case 0 -> minutes(30, 24 * 60, "project", Lifecycle.consent("DECLINED"));
            case 1 -> minutes(30, 24 * 60, "project", Lifecycle.otherWindow(aWindow()));
            case 2 -> null;
            default -> minutes(30, 60 * 60, "project", Lifecycle.consent("AGREED"));
        };
    }

    private Step withoutAnswer() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 ->
                minutes(30, 600, "project", Map.of("noAnswerDecision", "CANCEL", "noAnswerReason", "Nobody answers"));
            default ->
                minutes(
                        30,
                        600,
                        "project",
                        Map.of("noAnswerDecision", "RESCHEDULE", "noAnswerReason", "Nobody answers"));
        };
    }

    private Step revision() {
        if (one(6)) {
            return minutes(10, 20 * 60, "support", Map.of("requesterDecision", "WITHDRAW"));
        }
        var answer = new HashMap<String, Object>(Map.of("requesterDecision", "AMEND"));
        if (one(4)) {
            answer.put("noticeChannels", "NONE");
            answer.put("noNoticeReason", "Nobody works that night");
        }
        return minutes(10, 20 * 60, "support", answer);
    }

    private Map<String, Object> battery() {
        return switch (random.nextInt(6)) {
            case 0 -> Lifecycle.qa(100, 79, 21, 0, 0, true);
            case 1 -> Lifecycle.qa(100, 90, 10, 0, 0, true);
            default -> Lifecycle.qa(100, 100, 0, 0, 0, true);
        };
    }

    private Step minutes(int least, int most, String person, Map<String, Object> answer) {
        return new Step(now.get().plus(Duration.ofMinutes(least + random.nextInt(most - least))), person, answer);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    /** The window of a revision is found when it is answered. */
    void does(Step step, Task task) {
        var answer = new HashMap<>(step.answer());
        if ("AMEND".equals(answer.get("requesterDecision"))) {
            answer.put("windowStartLocal", aWindow());
        }
        as(step.person(), () -> {
            if (!step.person().equals(task.getAssignee())) {
                engine.getTaskService().claim(task.getId(), step.person());
            }
            engine.getTaskService().complete(task.getId(), answer);
            return task;
        });
    }

    void changes(String key, String change) {
        as(
                "project",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "change-intervention",
                                Map.of("intervention", key, "change", change, "changeReason", "Something came up")));
    }

    void reports(String key) {
        as(
                "support",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "report-incident",
                                Map.of(
                                        "intervention", key,
                                        "incidentTitle", "Nobody can save",
                                        "incidentSeverity", "BLOCKER",
                                        "causedByUpdate", "UNCLEAR",
                                        "incidentReporter", "Ana Ruiz")));
    }

    private <T> T as(String person, Supplier<T> action) {
        engine.getIdentityService().setAuthentication(person, List.of(person));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
