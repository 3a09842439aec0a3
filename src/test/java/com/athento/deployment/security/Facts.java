package com.athento.deployment.security;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the tables, under the names that the table of the doors has for it. */
final class Facts {

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        ask("task", "TASK_DEF_KEY_, SUSPENSION_STATE_ from ACT_RU_TASK where PROC_DEF_ID_ like 'try-out:%'");
        ask("assignee", "ASSIGNEE_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'approve'");
        ask(
                "task's fields",
                "NAME_, DESCRIPTION_, OWNER_, DELEGATION_, PRIORITY_, DUE_DATE_, FOLLOW_UP_DATE_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'approve'");
        ask(
                "candidates",
                "GROUP_ID_, USER_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate' and TASK_ID_ in (select ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'approve') order by 1, 2");
        ask("variables", "NAME_, TEXT_, LONG_ from ACT_RU_VARIABLE where PROC_DEF_ID_ like 'try-out:%' order by 1");
        ask("comments", "TASK_ID_, PROC_INST_ID_, MESSAGE_ from ACT_HI_COMMENT where TYPE_ = 'comment' order by ID_");
        ask("attachments", "count(*) from ACT_HI_ATTACHMENT");
        ask(
                "instances",
                "SUSPENSION_STATE_ from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_ID_ like 'try-out:%'");
        ask("models", "KEY_, VERSION_, SUSPENSION_STATE_, HISTORY_TTL_ from ACT_RE_PROCDEF where KEY_ = 'try-out'");
        ask(
                "job",
                "DUEDATE_, RETRIES_, SUSPENSION_STATE_, PRIORITY_ from ACT_RU_JOB where PROCESS_DEF_KEY_ = 'try-out' order by ID_");
        ask("job definition", "SUSPENSION_STATE_, JOB_PRIORITY_ from ACT_RU_JOBDEF where PROC_DEF_KEY_ = 'try-out'");
        ask("batches", "ID_, SUSPENSION_STATE_ from ACT_RU_BATCH order by 1");
        ask("history of batches", "count(*) from ACT_HI_BATCH");
        ask("loose tasks", "count(*) from ACT_RU_TASK where PROC_DEF_ID_ is null");
        ask("incidents", "ID_, ANNOTATION_ from ACT_RU_INCIDENT where PROC_DEF_ID_ like 'try-out:%' order by 1");
        ask("accounts", "ID_, FIRST_, LAST_, EMAIL_ from ACT_ID_USER order by 1");
        ask("passwords", "ID_, PWD_ from ACT_ID_USER order by 1");
        ask("groups", "ID_, NAME_ from ACT_ID_GROUP order by 1");
        ask("members", "USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP order by 1, 2");
        ask("tenants", "ID_ from ACT_ID_TENANT order by 1");
        ask("rights", "count(*) from ACT_RU_AUTHORIZATION where ROOT_PROC_INST_ID_ is null and RESOURCE_TYPE_ <> 7");
        ask("filters", "ID_, NAME_ from ACT_RU_FILTER order by 1");
        ask("deployments", "count(*) from ACT_RE_DEPLOYMENT");
        ask("histories", "ID_, STATE_, REMOVAL_TIME_ from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'try-out' order by 1");
        ask("history of variables", "count(*) from ACT_HI_VARINST where PROC_DEF_KEY_ = 'try-out'");
        ask("annotations", "count(*) from ACT_HI_OP_LOG where ANNOTATION_ is not null");
        ask("clean-up", "DUEDATE_ from ACT_RU_JOB where HANDLER_TYPE_ = 'history-cleanup'");
        ask("interventions", "phase, outcome, count(*) from intervention group by phase, outcome order by 1, 2");
        ask("incident reports", "count(*) from incident");
        ask("instances of clients", "code, version, last_update from instance order by 1");
        ask("clients", "code, name, source from client order by 1");
        ask("calendars", "account, digest from planning_feed order by 1");
        ask("subscriptions", "count(*) from status_subscriber");
    }

    /** What an intervention or the try-out's own instance has. */
    static final Set<String> OF_INTERVENTIONS = Set.of("interventions", "instances of clients", "clients", "calendars");

    static final Set<String> OF_INSTANCES = Set.of(
            "interventions",
            "instances of clients",
            "clients",
            "calendars",
            "task",
            "assignee",
            "task's fields",
            "candidates",
            "variables",
            "comments",
            "attachments",
            "instances",
            "job",
            "incidents",
            "histories",
            "history of variables",
            "annotations",
            "passwords");

    private final JdbcClient database;

    Facts(JdbcClient database) {
        this.database = database;
    }

    private static void ask(String name, String question) {
        QUESTIONS.put(name, "select " + question);
    }

    Map<String, String> now() {
        var facts = new LinkedHashMap<String, String>();
        QUESTIONS.forEach((name, question) ->
                facts.put(name, database.sql(question).query().listOfRows().toString()));
        return facts;
    }

    /** The names of what is different. */
    static Set<String> difference(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
