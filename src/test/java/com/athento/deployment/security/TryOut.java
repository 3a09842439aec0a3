package com.athento.deployment.security;

import com.athento.deployment.process.Lifecycle;
import com.jayway.jsonpath.JsonPath;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** A small process of the tests' own, which product may start as it may the real one. */
final class TryOut implements AutoCloseable {

    static final String KEY = "try-out";
    static final String START = "/engine-rest/process-definition/key/try-out/start";

    private final RepositoryService models;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final String deployment;
    private final Authorization right;

    TryOut(RepositoryService models, RuntimeService runtime, TaskService tasks, AuthorizationService authorizations) {
        this.models = models;
        this.runtime = runtime;
        this.tasks = tasks;
        this.authorizations = authorizations;
        deployment = models.createDeployment()
                .addClasspathResource("security/try-out.bpmn")
                .deploy()
                .getId();
        right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId("product");
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId(KEY);
        right.addPermission(Permissions.READ);
        right.addPermission(Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(right);
    }

    /** Starts one, and answers with its first task. */
    String startedBy(Visit person) {
        var instance = JsonPath.<String>read(person.post(START, "{}").isFine().body(), "$.id");
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** The same without a door. */
    String startedBy(String account, Lifecycle lifecycle) {
        var instance = lifecycle
                .as(account, () -> runtime.startProcessInstanceByKey(KEY))
                .getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    String instanceOf(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    boolean isAtFirstTask(String task) {
        return tasks.createTaskQuery().taskId(task).taskDefinitionKey("approve").count() == 1;
    }

    long running() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count();
    }

    @Override
    public void close() {
        authorizations.deleteAuthorization(right.getId());
        models.deleteDeployment(deployment, true);
    }
}
