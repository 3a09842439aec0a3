package com.athento.deployment.security;

import com.athento.deployment.consent.web.ClientsMail;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the doors of the table are about, by the names that it has for them. Each is made when a door asks for it, and
 * stays until somebody has done something to one of them.
 */
final class Subjects implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    private static final Set<String> OF_AN_INTERVENTION =
            Set.of("key", "code", "elsewhere", "done", "link", "mail", "status");

    private static final Set<String> LASTING = Stream.concat(
                    OF_AN_INTERVENTION.stream(),
                    Stream.of(
                            "definition",
                            "deployment",
                            "resource",
                            "feed",
                            "jobDefinition",
                            "myTasks",
                            "foreignFilter",
                            "account",
                            "group",
                            "right"))
            .collect(Collectors.toUnmodifiableSet());

    private final ProcessEngine engine;
    private final Lifecycle lifecycle;
    private final JdbcClient database;
    private final int port;
    private final Map<String, Supplier<String>> makers = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Before before;

    private TryOut tryOut;
    private Lifecycle.Intervention intervention;

    Subjects(ProcessEngine engine, Lifecycle lifecycle, JdbcClient database, int port) {
        this.engine = engine;
        this.lifecycle = lifecycle;
        this.database = database;
        this.port = port;
        this.before = new Before(engine);
        nameThoseOfTheTryOut();
        nameThoseOfTheEngine();
        nameThoseOfAnIntervention();
    }

    private void nameThoseOfTheTryOut() {
        makers.put("task", this::taskWithAllThatHangsOnIt);
        makers.put("instance", () -> instanceOf(get("task")));
        makers.put("definition", () -> model().getId());
        makers.put("deployment", () -> model().getDeploymentId());
        makers.put(
                "resource",
                () -> engine.getRepositoryService()
                        .getDeploymentResources(get("deployment"))
                        .get(0)
                        .getId());
        makers.put(
                "job",
                () -> engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(get("instance"))
                        .singleResult()
                        .getId());
        makers.put(
                "jobDefinition",
                () -> engine.getManagementService()
                        .createJobDefinitionQuery()
                        .processDefinitionId(get("definition"))
                        .singleResult()
                        .getId());
        makers.put(
                "execution",
                () -> engine.getRuntimeService()
                        .createEventSubscriptionQuery()
                        .processInstanceId(get("instance"))
                        .eventType("message")
                        .singleResult()
                        .getExecutionId());
        makers.put(
                "variable",
                () -> engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(get("instance"))
                        .singleResult()
                        .getId());
        makers.put(
                "batch",
                () -> engine.getManagementService()
                        .setJobRetriesAsync(List.of(get("job")), 2)
                        .getId());
        makers.put(
                "incident",
                () -> engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(get("instance"))
                        .singleResult()
                        .getId());
        makers.put(
                "comment",
                () -> engine.getTaskService()
                        .getTaskComments(get("task"))
                        .get(0)
                        .getId());
        makers.put(
                "attachment",
                () -> engine.getTaskService()
                        .getTaskAttachments(get("task"))
                        .get(0)
                        .getId());
        makers.put("claimed", () -> {
            var task = startedTask();
            Visit.by("product2", port)
                    .post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"product2\"}")
                    .isFine();
            return task;
        });
        makers.put(
                "operation",
                () -> engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .taskId(get("claimed"))
                        .list()
                        .get(0)
                        .getOperationId());
        makers.put("ended", () -> {
            var ended = instanceOf(startedTask());
            engine.getRuntimeService().deleteProcessInstance(ended, "for the table");
            return ended;
        });
    }

    private void nameThoseOfTheEngine() {
        makers.put(
                "myTasks",
                () -> engine.getFilterService()
                        .createTaskFilterQuery()
                        .filterName("My tasks")
                        .singleResult()
                        .getId());
        makers.put("foreignFilter", () -> {
            var filter = engine.getFilterService().newTaskFilter("foreign");
            filter.setQuery(engine.getTaskService().createTaskQuery());
            engine.getFilterService().saveFilter(filter);
            return filter.getId();
        });
        makers.put("account", () -> {
            var account = engine.getIdentityService().newUser("leaver");
            account.setPassword("demo");
            engine.getIdentityService().saveUser(account);
            engine.getIdentityService().createMembership("leaver", get("group"));
            return account.getId();
        });
        makers.put("group", () -> {
            var group = engine.getIdentityService().newGroup("circle");
            engine.getIdentityService().saveGroup(group);
            return group.getId();
        });
        makers.put("right", () -> {
            var right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setUserId("support2");
            right.setResource(Resources.APPLICATION);
            right.setResourceId("welcome");
            engine.getAuthorizationService().saveAuthorization(right);
            return right.getId();
        });
    }

    private void nameThoseOfAnIntervention() {
        makers.put("key", () -> intervention().key());
        makers.put("code", lifecycle::newInstance);
        makers.put("elsewhere", () -> intervention().id());
        makers.put(
                "done",
                () -> engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .processInstanceId(intervention().id())
                        .taskDefinitionKey(Elements.APPROVE_PRODUCT)
                        .singleResult()
                        .getId());
        makers.put("link", () -> ClientsMail.newestLink(intervention(), port));
        makers.put(
                "mail",
                () -> database.sql("select min(id) from message_log where intervention_key = ?")
                        .param(get("key"))
                        .query(String.class)
                        .single());
        makers.put("feed", () -> {
            var token = Token.random();
            database.sql("delete from planning_feed where account = 'product2'").update();
            database.sql(
                            "insert into planning_feed (account, digest, made_at) values ('product2', ?, current_timestamp)")
                    .param(token.digest())
                    .update();
            return token.text();
        });
        makers.put(
                "status",
                () -> database.sql("select status_key from client where code = 'ACME'")
                        .query(String.class)
                        .single());
    }

    /** A text of the table, with what its names stand for. */
    String filled(String text, String role) {
        return NAME.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1).equals("role") ? role : get(found.group(1))));
    }

    /** A text of the application, with the names of the table in it. */
    String named(String text) {
        var named = text;
        for (var name : List.of("key", "task")) {
            if (made.containsKey(name)) {
                named = named.replace(made.get(name), "{" + name + "}");
            }
        }
        return named;
    }

    /** The process on its task, where lists may show it. */
    void present() {
        get("task");
        get("instance");
    }

    /** How many have been made; what makes one changes what stands in the tables. */
    int count() {
        return made.size();
    }

    private String get(String name) {
        var present = made.get(name);
        if (present == null) {
            var maker = makers.get(name);
            if (maker == null) {
                throw new IllegalStateException("The table says {%s}, which nobody knows".formatted(name));
            }
            present = maker.get();
            made.put(name, present);
        }
        return present;
    }

    private String startedTask() {
        if (tryOut == null) {
            tryOut = new TryOut(
                    engine.getRepositoryService(),
                    engine.getRuntimeService(),
                    engine.getTaskService(),
                    engine.getAuthorizationService());
        }
        var task = tryOut.startedBy("product", lifecycle);
        engine.getRuntimeService().setVariable(instanceOf(task), "downtimeMinutes", 30);
        return task;
    }

    private String taskWithAllThatHangsOnIt() {
        var task = startedTask();
        var instance = instanceOf(task);
        engine.getTaskService().createComment(task, instance, "Risky");
        engine.getTaskService()
                .createAttachment(
                        "text", task, instance, "plan", "the plan", new ByteArrayInputStream(new byte[] {'x'}));
        engine.getRuntimeService()
                .createIncident(
                        "try-out",
                        engine.getRuntimeService()
                                .createEventSubscriptionQuery()
                                .processInstanceId(instance)
                                .eventType("message")
                                .singleResult()
                                .getExecutionId(),
                        "nothing");
        return task;
    }

    private String instanceOf(String task) {
        return tryOut.instanceOf(task);
    }

    private ProcessDefinition model() {
        get("task");
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(TryOut.KEY)
                .singleResult();
    }

    /** The client has been asked, and nobody has answered. */
    private Lifecycle.Intervention intervention() {
        if (intervention == null) {
            intervention = lifecycle.approved();
        }
        return intervention;
    }

    /** Makes anew what somebody has done something to, by the names of {@link Facts}. */
    void renew(Set<String> changed) {
        if (!Collections.disjoint(changed, Facts.OF_INTERVENTIONS)) {
            made.remove("code");
            if (intervention != null && !isUnanswered()) {
                intervention = null;
                made.keySet().removeAll(OF_AN_INTERVENTION);
            }
        }
        if (!Facts.OF_INSTANCES.containsAll(changed)) {
            close();
        } else if (!Facts.OF_INTERVENTIONS.containsAll(changed)) {
            made.keySet().retainAll(LASTING);
        }
    }

    private boolean isUnanswered() {
        return database.sql("select phase from intervention where intervention_key = ?")
                .param(intervention.key())
                .query(String.class)
                .single()
                .equals("CONSENT");
    }

    /** Away with all of them and with what was added. */
    @Override
    public void close() {
        made.keySet().retainAll(OF_AN_INTERVENTION);
        if (tryOut != null) {
            tryOut.close();
            tryOut = null;
        }
        before.restore();
    }

    /** What was there before anybody tried a door. */
    private static final class Before {

        private final ProcessEngine engine;
        private final Map<String, User> accounts;
        private final List<String> groups;
        private final List<String> tenants;
        private final List<String> filters;
        private final List<String> rights;
        private final List<String> deployments;

        Before(ProcessEngine engine) {
            this.engine = engine;
            accounts = users().stream().collect(Collectors.toMap(User::getId, Function.identity()));
            groups = groups();
            tenants = tenants();
            filters = filters();
            rights = rights();
            deployments = deployments();
        }

        void restore() {
            var identity = engine.getIdentityService();
            engine.getHistoryService().cleanUpHistoryAsync(false);
            engine.getManagementService()
                    .createBatchQuery()
                    .list()
                    .forEach(batch -> engine.getManagementService().deleteBatch(batch.getId(), true));
            engine.getTaskService()
                    .createTaskQuery()
                    .taskName("loose")
                    .list()
                    .forEach(task -> engine.getTaskService().deleteTask(task.getId(), true));
            added(deployments(), deployments)
                    .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
            added(filters(), filters).forEach(engine.getFilterService()::deleteFilter);
            for (var account : users()) {
                var known = accounts.get(account.getId());
                if (known == null) {
                    identity.deleteUser(account.getId());
                } else if (!known.getEmail().equals(account.getEmail())) {
                    account.setFirstName(known.getFirstName());
                    account.setLastName(known.getLastName());
                    account.setEmail(known.getEmail());
                    identity.saveUser(account);
                }
            }
            added(groups(), groups).forEach(identity::deleteGroup);
            added(tenants(), tenants).forEach(identity::deleteTenant);
            added(rights(), rights).forEach(engine.getAuthorizationService()::deleteAuthorization);
        }

        private static List<String> added(List<String> now, List<String> before) {
            return now.stream().filter(id -> !before.contains(id)).toList();
        }

        private List<User> users() {
            return engine.getIdentityService().createUserQuery().list();
        }

        private List<String> groups() {
            return engine.getIdentityService().createGroupQuery().list().stream()
                    .map(Group::getId)
                    .toList();
        }

        private List<String> tenants() {
            return engine.getIdentityService().createTenantQuery().list().stream()
                    .map(Tenant::getId)
                    .toList();
        }

        private List<String> filters() {
            return engine.getFilterService().createFilterQuery().list().stream()
                    .map(Filter::getId)
                    .toList();
        }

        /** Those on a task come and go with it. */
        private List<String> rights() {
            return engine.getAuthorizationService().createAuthorizationQuery().list().stream()
                    .filter(right -> right.getRootProcessInstanceId() == null)
                    .filter(right -> right.getResourceType() != Resources.TASK.resourceType())
                    .map(Authorization::getId)
                    .toList();
        }

        private List<String> deployments() {
            return engine.getRepositoryService().createDeploymentQuery().list().stream()
                    .map(Deployment::getId)
                    .toList();
        }
    }
}
