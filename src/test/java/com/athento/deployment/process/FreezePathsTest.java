package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.schedule.freezes.Freeze;
import com.athento.deployment.schedule.freezes.FreezeMade;
import com.athento.deployment.schedule.freezes.KeepFreeze;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A freeze that comes later: seen at the start, judged at the time that is planned, told once. */
@ApplicationTest
class FreezePathsTest {

    private static final Map<String, Object> START = Map.of("startDecision", "START");

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    KeepFreeze keep;

    @Autowired
    JdbcClient database;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    @BeforeEach
    @AfterEach
    void thaw() {
        database.sql("delete from change_freeze").update();
        freezeJobs().forEach(jobs::deleteJob);
    }

    @Test
    void systemsCannotStartIntoAFreezeAndAManagerCanWithAReason() {
        var intervention = lifecycle.agreed();
        freeze(intervention, "2027-02-06T12:00", "2027-02-08T00:00");
        intervention.windowOpens();

        assertThatThrownBy(() -> intervention.completes("systems", Elements.START_DEPLOYMENT, START))
                .hasMessageContaining(
                        "startDecision: 'START' is not possible; the freeze 'Closing' holds until 2027-02-08 00:00 (Europe/Madrid); postpone");
        tasks.setAssignee(intervention.task(Elements.START_DEPLOYMENT).getId(), null);
        assertThatThrownBy(() -> intervention.completes("manager", Elements.START_DEPLOYMENT, START))
                .hasMessageContaining("the freeze 'Closing' holds");
        intervention.completes(
                "manager",
                Elements.START_DEPLOYMENT,
                Map.of("startDecision", "START", "startReason", "Ana Ruiz said yes on the phone"));

        assertThat(intervention.moment("actualStart")).isNotNull();
    }

    /** It is Saturday evening in Madrid: next week is not now. */
    @Test
    void aFreezeOfNextWeekOrOneThatWasEndedStopsNothing() {
        var intervention = lifecycle.agreed();
        freeze(intervention, "2027-02-08T00:00", "2027-02-20T00:00");
        var ended = freeze(intervention, "2027-02-06T12:00", "2027-02-08T00:00");
        lifecycle.as(
                "manager",
                () -> keep.change(
                        String.valueOf(ended.id()),
                        JsonNodeFactory.instance.objectNode().put("ended", true)));

        intervention.windowOpens().starts();

        assertThat(intervention.moment("actualStart")).isNotNull();
    }

    /** An instance of the same client in another environment has an exception: that is not this one's. */
    @Test
    void theExceptionOfOneInterventionDoesNotLiftTheOthers() {
        var one = lifecycle.agreed();
        var other = lifecycle.agreed();
        var freeze = freeze(one, "2027-02-06T12:00", "2027-02-08T00:00");
        freeze(other, "2027-02-06T12:00", "2027-02-08T00:00");
        except(one, freeze);
        one.windowOpens();

        one.starts();
        assertThatThrownBy(() -> other.windowOpens().completes("systems", Elements.START_DEPLOYMENT, START))
                .hasMessageContaining("the freeze 'Closing' holds");
    }

    /** Once systems cannot start, managers find the task among theirs, whichever came first. */
    @Test
    void managersFindTheTask() {
        var before = lifecycle.agreed();
        freeze(before, "2027-02-06T12:00", "2027-02-08T00:00");
        before.windowOpens();
        var after = lifecycle.agreed().windowOpens();
        freeze(after, "2027-02-06T12:00", "2027-02-08T00:00");
        assertThat(candidates(after)).containsExactly("systems");

        runFreezeJobs();

        assertThat(candidates(before)).containsExactlyInAnyOrder("systems", "managers");
        assertThat(candidates(after)).containsExactlyInAnyOrder("systems", "managers");
    }

    @Test
    void requesterAndProjectAreToldOnce() {
        var intervention = lifecycle.agreed();
        var before = database.sql("select coalesce(max(id), 0) from demo_mail")
                .query(Long.class)
                .single();
        var freeze = freeze(intervention, "2027-02-06T12:00", "2027-02-08T00:00");
        runFreezeJobs();
        lifecycle.as(
                "manager",
                () -> keep.change(
                        String.valueOf(freeze.id()),
                        JsonNodeFactory.instance.objectNode().put("until", "2027-02-09T00:00")));
        runFreezeJobs();

        assertThat(database.sql("select address from freeze_mail where intervention_key = :key and state = 'SENT'")
                        .param("key", intervention.key())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("support@athento.example", "proyecto@athento.example");
        assertThat(database.sql("select recipients from demo_mail where id > :before")
                        .param("before", before)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("support@athento.example", "proyecto@athento.example");
    }

    private List<String> candidates(Intervention intervention) {
        return tasks
                .getIdentityLinksForTask(
                        intervention.task(Elements.START_DEPLOYMENT).getId())
                .stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private void runFreezeJobs() {
        for (var open = freezeJobs(); !open.isEmpty(); open = freezeJobs()) {
            open.forEach(jobs::executeJob);
        }
    }

    private List<String> freezeJobs() {
        return database.sql("select ID_ from ACT_RU_JOB where HANDLER_CFG_ like :tell or HANDLER_CFG_ like :let")
                .param("tell", FreezeMade.IS_TOLD + "%")
                .param("let", FreezeMade.LETS_MANAGERS_START + "%")
                .query(String.class)
                .list();
    }

    /** As the approvers let a finding of the check pass. */
    private void except(Intervention intervention, Freeze freeze) {
        database.sql("""
                        update revision set exception_at = :at, exception_by = 'support', exception_reason = 'Agreed',
                            findings = :findings
                        where intervention_key = :key""")
                .param("at", StoredTime.of(freeze.extendedAt()))
                .param(
                        "findings",
                        "[{\"code\":\"FREEZE\",\"severity\":\"ERROR\",\"message\":\"m\",\"exceptionPossible\":true}]")
                .param("key", intervention.key())
                .update();
    }

    private Freeze freeze(Intervention intervention, String from, String until) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Closing")
                .put("reason", "Accounts are closed")
                .put("contact", "Marta")
                .put("from", from)
                .put("until", until);
        json.putObject("scope").putArray("instances").add(String.valueOf(intervention.value("instanceCode")));
        return lifecycle.as("manager", () -> keep.make(json));
    }
}
