package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.register.KeepRegister;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The happy path as the fixture: it walks an intervention up to a step, as the people who would, moves the clock and
 * runs the jobs that are due. Each test says only how it differs.
 */
@TestComponent
public class Lifecycle {

    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** A Tuesday morning, far from any change of clocks. */
    public static final Instant MORNING = Instant.parse("2027-02-02T09:00:00Z");

    /** The agreed start of the happy path: ten at night in Madrid, four days after the request. */
    public static final LocalDateTime TEN_AT_NIGHT = LocalDateTime.parse("2027-02-06T22:00");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final KeepRegister register;
    private final Set<String> proven = new HashSet<>();

    Lifecycle(ProcessEngine engine, JdbcClient database, KeepRegister register) {
        this.engine = engine;
        this.database = database;
        this.register = register;
    }

    /** The demo's year ends without deployments: no test may depend on the year in which it runs. */
    @EventListener(ApplicationReadyEvent.class)
    public void liftFreezes() {
        database.sql("delete from change_freeze").update();
    }

    /** An instance of ACME's that no other test knows, on version 24.1.0 since a day before the morning. */
    public String newInstance() {
        var code = "ACME-T%d".formatted(NUMBER.incrementAndGet());
        database.sql("""
                        insert into instance (code, client_code, environment, line, version, last_update,
                            notice_hours, support_hours, rollback_minutes, banner_key, banner_origin)
                        values (?, 'ACME', 'PRO', 'SE', '24.1.0', ?, 48, 24, 15, ?, 'https://acme.example')""")
                .params(
                        code,
                        LocalDateTime.ofInstant(MORNING, MADRID).toLocalDate().minusDays(1),
                        code)
                .update();
        return code;
    }

    /** An admin says which version an instance runs, and since when. */
    public void states(String instance, String version, String lastUpdate) {
        register.instance(
                instance,
                JsonNodeFactory.instance.objectNode().put("version", version).put("lastUpdate", lastUpdate));
    }

    /** Two of the vendor's own instances run these versions, so that they may come to PRO. */
    public void proven(String... versions) {
        for (var version : versions) {
            if (proven.add(version)) {
                for (int instance = 1; instance <= 2; instance++) {
                    register.instance(
                            "PROVEN-%d-%d".formatted(proven.size(), instance),
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("client", "ATHENTO")
                                    .put("environment", "INTERNAL")
                                    .put("line", "SE")
                                    .put("version", version));
                }
            }
        }
    }

    /** What the requester fills in on the happy path. */
    public Map<String, Object> request() {
        var request = new HashMap<String, Object>();
        request.put("instanceCode", newInstance());
        request.put("changeKind", "VERSION_UPGRADE");
        request.put("targetVersion", "24.2.0");
        request.put("severity", "NONE");
        request.put("windowStartLocal", TEN_AT_NIGHT.toString());
        request.put("downtimeMinutes", 45);
        request.put("reason", "Monthly upgrade");
        request.put("flagPossible", false);
        request.put("flagReason", "No flag covers a new version");
        request.put("bigChanges", false);
        request.put("plan", "Stop, install, migrate, start");
        request.put("rollbackPlan", "Restore the snapshot");
        request.put("noticeChannels", "EMAIL");
        return request;
    }

    // Stages of the happy path; each begins where the one before it stopped.

    public Intervention requested() {
        return requested(Map.of());
    }

    /** A request that differs in some fields; a null takes the field away. */
    public Intervention requested(Map<String, ?> differences) {
        now(MORNING);
        return submitted(differences);
    }

    /** A request submitted now, whenever that is. */
    public Intervention submitted(Map<String, ?> differences) {
        return requestedBy("support", differences);
    }

    public Intervention requestedBy(String person, Map<String, ?> differences) {
        var request = request();
        request.putAll(differences);
        request.values().removeIf(LEFT_OUT::equals);
        return starts(person, request);
    }

    /** A request that says no more than this, for an instance of its own. */
    public Map<String, Object> bareRequest(String changeKind) {
        var request = new HashMap<String, Object>();
        request.put("instanceCode", newInstance());
        request.put("changeKind", changeKind);
        request.put("severity", "NONE");
        return request;
    }

    /** A request with these fields and no others. */
    public Intervention starts(String person, Map<String, Object> request) {
        return as(
                person,
                () -> new Intervention(
                        engine.getRuntimeService().startProcessInstanceByKey(Elements.LIFECYCLE, request)));
    }

    /** Instead of a value: the request does not have this field. */
    public static final String LEFT_OUT = "(left out)";

    public Intervention approved(Map<String, ?> differences) {
        return requested(differences).approves();
    }

    public Intervention approved() {
        return approved(Map.of());
    }

    public Intervention agreed() {
        return approved().agrees();
    }

    /** Everybody knows; the systems team has not started yet. */
    public Intervention windowOpened() {
        return agreed().windowOpens();
    }

    public Intervention started() {
        return windowOpened().starts();
    }

    public Intervention deployed() {
        return started().deploys();
    }

    public Intervention inSupport() {
        return deployed().passes();
    }

    public Intervention supported() {
        return inSupport().supportEnds();
    }

    // Time and people.

    public void now(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    public <T> T as(String person, Supplier<T> action) {
        var groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Whoever claimed it gives it back. */
    public void unclaims(Task task) {
        engine.getTaskService().setAssignee(task.getId(), null);
    }

    /** One intervention under test. */
    public final class Intervention {

        private final ProcessInstance instance;

        private Intervention(ProcessInstance instance) {
            this.instance = instance;
        }

        public String id() {
            return instance.getId();
        }

        public ProcessInstance process() {
            return instance;
        }

        public String key() {
            return engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(id())
                    .singleResult()
                    .getBusinessKey();
        }

        public Intervention approves() {
            completes("product", Elements.APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"));
            completes("project", Elements.APPROVE_PROJECT, approval("project", "APPROVE", "MEDIUM"));
            return continues();
        }

        public Intervention agrees() {
            return completes("project", Elements.OBTAIN_CLIENT_CONSENT, consent("AGREED"))
                    .continues();
        }

        public Intervention windowOpens() {
            return at(moment("noticeAt")).at(moment("windowStart"));
        }

        public Intervention starts() {
            return completes("systems", Elements.START_DEPLOYMENT, Map.of("startDecision", "START"));
        }

        public Intervention deploys() {
            return after(Duration.ofMinutes(20))
                    .completes("systems", Elements.DEPLOY, Map.of("deploymentResult", "DEPLOYED"));
        }

        public Intervention passes() {
            return battery(100, 100, 0).continues();
        }

        public Intervention battery(long total, long passed, long failed) {
            return completes("qa", Elements.RUN_QA_BATTERY, qa(total, passed, failed, 0, 0, true));
        }

        public Intervention supportEnds() {
            return at(moment("supportUntil")).completes("support", Elements.WATCH_OVER_USERS, Map.of());
        }

        public Intervention rollsBack() {
            return after(Duration.ofMinutes(10))
                    .completes("systems", Elements.ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));
        }

        public Intervention closes() {
            return completes(
                            "support",
                            Elements.CLOSE_INTERVENTION,
                            Map.of("closingText", "All done", "closingTeam", "SUPPORT"))
                    .continues();
        }

        /** Somebody reschedules or cancels by the start list's own entry. */
        public Intervention changes(String person, String change, String reason) {
            return changes(person, change, reason, Map.of());
        }

        /** Somebody names the new window in the same step. */
        public Intervention moves(String person, String reason, Map<String, ?> window) {
            return changes(person, "RESCHEDULE", reason, window);
        }

        public Intervention changes(String person, String change, String reason, Map<String, ?> window) {
            var answers = new HashMap<String, Object>(window);
            answers.put("intervention", key());
            answers.put("change", change);
            answers.put("changeReason", reason);
            as(
                    person,
                    () -> engine.getRuntimeService().startProcessInstanceByKey(Elements.CHANGE_INTERVENTION, answers));
            return this;
        }

        public Intervention reports(String title, String severity) {
            var key = key();
            as(
                    "support",
                    () -> engine.getRuntimeService()
                            .startProcessInstanceByKey(
                                    Elements.REPORT_INCIDENT,
                                    Map.of(
                                            "intervention",
                                            key,
                                            "incidentTitle",
                                            title,
                                            "incidentSeverity",
                                            severity,
                                            "causedByUpdate",
                                            "UNCLEAR",
                                            "incidentReporter",
                                            "Ana Ruiz")));
            return this;
        }

        /**
         * Claims and completes the one task of that name; what went on to a colleague by itself is given back before.
         */
        public Intervention completes(String person, String task, Map<String, ?> answer) {
            var open = task(task);
            return completes(person, open, answer);
        }

        public Intervention completes(String person, Task open, Map<String, ?> answer) {
            return as(person, () -> {
                var tasks = engine.getTaskService();
                var isAnothers = open.getAssignee() != null && !person.equals(open.getAssignee());
                var isHandedOn = tasks.getVariableLocal(open.getId(), Variables.HANDED_TO.name()) != null;
                if (isAnothers && isHandedOn) {
                    unclaims(open);
                }
                if (open.getAssignee() == null || (isAnothers && isHandedOn)) {
                    tasks.claim(open.getId(), person);
                }
                tasks.complete(open.getId(), new HashMap<>(answer));
                return this;
            });
        }

        public Task task(String task) {
            var open = tasks(task);
            assertThat(open)
                    .as("open tasks %s of %s, which waits at %s", task, key(), waitsAt())
                    .hasSize(1);
            return open.get(0);
        }

        public List<Task> tasks(String task) {
            return engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(id())
                    .taskDefinitionKey(task)
                    .list();
        }

        /** Where the process waits: tasks, timers, and mails that did not leave. */
        public List<String> waitsAt() {
            return isEnded()
                    ? List.of()
                    : engine.getRuntimeService().getActiveActivityIds(id()).stream()
                            .sorted()
                            .toList();
        }

        public boolean isEnded() {
            return engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(id())
                            .count()
                    == 0;
        }

        public Intervention after(Duration time) {
            return at(now().plus(time));
        }

        /** Moves the clock there and runs what is due then. */
        public Intervention at(Instant instant) {
            now(instant);
            return continues();
        }

        /** Runs the jobs of this intervention that are due, and those that follow from them. */
        public Intervention continues() {
            for (int round = 0; round < 50; round++) {
                var due = due();
                if (due.isEmpty()) {
                    return this;
                }
                // One at a time: a job may do away with the others.
                engine.getManagementService().executeJob(due.get(0).getId());
            }
            throw new AssertionError("the jobs of %s do not come to an end: %s".formatted(key(), waitsAt()));
        }

        /** Runs what is due, one after the other, and stops before that element's. */
        public Intervention continuesUntil(String element) {
            while (jobs().activityId(element).count() == 0) {
                engine.getManagementService().executeJob(due().get(0).getId());
            }
            return this;
        }

        private JobQuery jobs() {
            return engine.getManagementService().createJobQuery().processInstanceId(id());
        }

        /** Runs the one job of that element, and no other. */
        public Intervention runs(String element) {
            var job = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(id())
                    .activityId(element)
                    .singleResult();
            assertThat(job).as("the job %s of %s", element, key()).isNotNull();
            engine.getManagementService().executeJob(job.getId());
            return this;
        }

        /** The job of that element that is due; a reminder is one of the task's. */
        public Job jobOf(String element) {
            return due().stream()
                    .filter(job -> element.equals(elementOf(job)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no job of %s is due, only of %s"
                            .formatted(
                                    element, due().stream().map(this::elementOf).toList())));
        }

        private String elementOf(Job job) {
            return engine.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
        }

        /** One attempt of the job executor; whether it fails is its own business. */
        public void runsAsTheExecutor(Job job) {
            Context.setJobExecutorContext(new JobExecutorContext());
            try {
                ExecuteJobHelper.executeJob(
                        job.getId(),
                        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                                .getCommandExecutorTxRequired());
            } catch (RuntimeException repeatedByTheEngine) {
                // It stays due.
            } finally {
                Context.removeJobExecutorContext();
            }
        }

        public List<Job> due() {
            return engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(id())
                    .executable()
                    .orderByJobId()
                    .asc()
                    .list();
        }

        /** When the timer of that event is due. */
        public Instant dueDateOf(String timer) {
            var job = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(id())
                    .activityId(timer)
                    .singleResult();
            assertThat(job).as("the timer %s of %s", timer, key()).isNotNull();
            return job.getDuedate().toInstant();
        }

        public Instant moment(String variable) {
            return ((Date) value(variable)).toInstant();
        }

        /** A variable's value; after the end, what the overview keeps of it. */
        public Object value(String variable) {
            return isEnded()
                    ? KeptValues.of(database, id(), variable)
                    : engine.getRuntimeService().getVariableLocal(id(), variable);
        }

        public String outcome() {
            return (String) value("outcome");
        }

        /** The mails that left, in order: {@code template to ROLE}. */
        public List<String> mails() {
            return database.sql(
                            "select mail || ' to ' || recipients_role from message_log where intervention_key = ? and state = 'SENT'"
                                    + " group by job, mail, recipients_role order by min(id)")
                    .param(key())
                    .query(String.class)
                    .list();
        }

        /** The codes of the findings as they stand. */
        public List<String> findings() {
            return Variables.FINDINGS.parse(value("findings")).orElse(List.of()).stream()
                    .map(finding -> finding.code() + " " + finding.severity())
                    .toList();
        }
    }

    // What people answer.

    public static Map<String, Object> approval(String team, String decision, String risk) {
        return Map.of(
                team + "Decision",
                decision,
                team + "Risk",
                risk,
                team + "Suitable",
                "APPROVE".equals(decision),
                team + "Reason",
                "%s says %s".formatted(team, decision));
    }

    public static Map<String, Object> consent(String answer) {
        var answered = new HashMap<String, Object>(
                Map.of("consentAnswer", answer, "consentBy", "Ana Ruiz", "consentVia", "PHONE"));
        if (!"AGREED".equals(answer)) {
            answered.put("consentReason", "Month-end closing");
        }
        return answered;
    }

    public static Map<String, Object> otherWindow(String local) {
        var answered = consent("OTHER_WINDOW");
        answered.put("proposedWindowLocal", local);
        return answered;
    }

    public static Map<String, Object> qa(
            long total, long passed, long failed, long blocked, long open, boolean finished) {
        return Map.of(
                "qaTotal", total,
                "qaPassed", passed,
                "qaFailed", failed,
                "qaBlocked", blocked,
                "qaOpen", open,
                "qaFinished", finished);
    }
}
