package com.athento.deployment.bench;

import com.athento.deployment.process.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * One whole lifecycle through the engine's API, as seven people would go it: requested, approved, agreed, announced,
 * deployed, tested, accompanied, closed. The same walk serves both subjects; to the bare model it also hands what the
 * delegates would have found out.
 */
final class Walk {

    private static final Instant REQUESTED = Instant.parse("2027-02-02T09:00:00Z");

    /** The agreed window begins then; in Madrid it is an hour later. */
    static final Instant WINDOW = Instant.parse("2027-02-06T21:00:00Z");

    static final Instant NOTICE = WINDOW.minus(Duration.ofDays(2));

    /** Rises with every walk: a target version must be higher than the current one. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** As the frozen model asks for them; expressions refuse a name that is unknown. */
    private static final List<String> READ_BY_EXPRESSIONS = List.of(
            "consentOutcome",
            "deploymentResult",
            "hotfixDecision",
            "productDecision",
            "projectDecision",
            "qaVerdict",
            "requesterDecision",
            "startDecision");

    private final ProcessEngine engine;
    private final boolean bare;

    Walk(ProcessEngine engine, boolean bare) {
        this.engine = engine;
        this.bare = bare;
    }

    /** @return the process instance, which has ended */
    String whole() {
        var id = requested("BENCH-PRO");
        for (var stretch : stretches()) {
            reaches(stretch.at());
            stretch.of().accept(id);
        }
        return id;
    }

    /**
     * One intervention for each instance, each a stretch at the same time as the others, since all have one clock.
     *
     * @param threads in which the people and the jobs do their part
     */
    void whole(List<String> instances, ExecutorService threads) {
        reaches(REQUESTED);
        var ids = inParallel(instances, this::requested, threads);
        for (var stretch : stretches()) {
            reaches(stretch.at());
            inParallel(
                    ids,
                    id -> {
                        stretch.of().accept(id);
                        return id;
                    },
                    threads);
        }
    }

    /** Up to the client's consent; its users are told at {@link #NOTICE}, its window begins at {@link #WINDOW}. */
    void agreedOn(String instance) {
        agreed(requested(instance));
    }

    private static List<String> inParallel(List<String> all, UnaryOperator<String> step, ExecutorService threads) {
        var begun = all.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> step.apply(one), threads))
                .toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }

    /** What is done of an intervention while the clock stands. */
    private record Stretch(Instant at, Consumer<String> of) {}

    /** From the approvals to the end. */
    private List<Stretch> stretches() {
        return List.of(
                new Stretch(REQUESTED, this::agreed),
                new Stretch(NOTICE, this::continues),
                new Stretch(WINDOW, this::started),
                new Stretch(WINDOW.plus(Duration.ofMinutes(20)), this::deployed));
    }

    private void agreed(String id) {
        completes(id, "product", "approve-product", Lifecycle.approval("product", "APPROVE", "LOW"));
        completes(id, "project", "approve-project", Lifecycle.approval("project", "APPROVE", "LOW"));
        continues(id);
        completes(
                id, "project", "obtain-client-consent", with(Lifecycle.consent("AGREED"), "consentOutcome", "AGREED"));
        continues(id);
    }

    private void started(String id) {
        continues(id);
        completes(id, "systems", "start-deployment", Map.of("startDecision", "START"));
    }

    private void deployed(String id) {
        completes(id, "systems", "deploy", with(Map.of("deploymentResult", "DEPLOYED"), "runningVersion", "NEW"));
        completes(id, "qa", "run-qa-battery", with(Lifecycle.qa(100, 100, 0, 0, 0, true), "qaVerdict", "PASSED_ALL"));
        continues(id);
        completes(id, "support", "watch-over-users", Map.of("endEarlyReason", "quiet"));
        completes(id, "support", "close-intervention", Map.of("closingText", "All done", "closingTeam", "SUPPORT"));
        continues(id);
        if (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .count()
                != 0) {
            throw new IllegalStateException(
                    "did not end: " + engine.getRuntimeService().getActiveActivityIds(id));
        }
    }

    /** Up to the two approvals. */
    String requested(String instance) {
        return requested(instance, LocalDate.parse("2027-02-06"));
    }

    /** Likewise, for ten at night of another day. */
    String requested(String instance, LocalDate day) {
        reaches(REQUESTED);
        var number = NUMBER.incrementAndGet();
        var request = new HashMap<String, Object>();
        if (bare) {
            READ_BY_EXPRESSIONS.forEach(variable -> request.put(variable, null));
        }
        request.putAll(Map.of(
                "instanceCode", instance,
                "changeKind", "VERSION_UPGRADE",
                "targetVersion", "24.%d.0".formatted(number + 1),
                "severity", "NONE",
                "windowStartLocal", day + "T22:00",
                "downtimeMinutes", 45,
                "reason", "Monthly upgrade",
                "flagReason", "No flag covers a new version",
                "plan", "Stop, install, migrate, start",
                "rollbackPlan", "Restore the snapshot"));
        request.putAll(Map.of("flagPossible", false, "bigChanges", false, "noticeChannels", "EMAIL"));
        if (bare) {
            request.putAll(found());
        }
        return as(
                "support",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "type-4-deployment", bare ? "INT-2027-%04d-BENCH-PRO".formatted(number) : null, request)
                        .getId());
    }

    void completes(String id, String person, String element, Map<String, Object> answer) {
        completes(claims(id, person, element), person, answer);
    }

    /** @return the task */
    String claims(String id, String person, String element) {
        return as(person, () -> {
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(id)
                    .taskDefinitionKey(element)
                    .singleResult();
            engine.getTaskService().claim(task.getId(), person);
            return task.getId();
        });
    }

    void completes(String task, String person, Map<String, Object> answer) {
        as(person, () -> {
            engine.getTaskService().complete(task, answer);
            return null;
        });
    }

    void continues(String id) {
        while (true) {
            var due = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(id)
                    .executable()
                    .listPage(0, 1);
            if (due.isEmpty()) {
                return;
            }
            engine.getManagementService().executeJob(due.get(0).getId());
        }
    }

    /**
     * A month later, what was asked for on the way and belongs to no intervention has been done: mails about tasks, and
     * looks whether one is late. What the nights do comes back each night and is left out.
     */
    void settles() {
        reaches(WINDOW.plus(Duration.ofDays(30)));
        while (true) {
            var due =
                    engine
                            .getManagementService()
                            .createJobQuery()
                            .executable()
                            .orderByJobDuedate()
                            .asc()
                            .list()
                            .stream()
                            .map(JobEntity.class::cast)
                            .filter(job -> job.getJobHandlerType().equals("loose-job"))
                            .filter(job -> !job.getJobHandlerConfigurationRaw().startsWith("forget-at-night"))
                            .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private static void reaches(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    /** To the bare model only: what a delegate would set. */
    private Map<String, Object> with(Map<String, Object> answer, String name, Object value) {
        var all = new HashMap<>(answer);
        if (bare) {
            all.put(name, value);
        }
        return all;
    }

    private static Map<String, Object> found() {
        var found = new HashMap<String, Object>(Map.of(
                "requester", "support",
                "clientCode", "BENCH",
                "zone", "Europe/Madrid",
                "fromVersion", "24.1.0",
                "updateAge", "MONTH",
                "route", "UPDATE",
                "rightProcedure", "TYPE_4",
                "checkResult", "CLEAN",
                "revision", 1,
                "runningVersion", "PREVIOUS"));
        found.putAll(Map.of(
                "reminderAt", Date.from(WINDOW.minus(Duration.ofHours(36))),
                "startUntil", Date.from(WINDOW.plus(Duration.ofMinutes(30))),
                "windowNamed", false));
        found.putAll(Map.of(
                "windowStart", Date.from(WINDOW),
                "noticeAt", Date.from(WINDOW.minus(Duration.ofDays(2))),
                "consentDeadline", Date.from(WINDOW.minus(Duration.ofHours(24))),
                "pointOfNoReturn", Date.from(WINDOW.plus(Duration.ofDays(9))),
                "supportUntil", Date.from(WINDOW.plus(Duration.ofDays(1))),
                "approvalsHold", false,
                "consentHolds", false,
                "downtimeSpent", 0));
        return found;
    }

    private <T> T as(String person, java.util.function.Supplier<T> action) {
        engine.getIdentityService().setAuthentication(person, List.of(person));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
