package com.athento.deployment.bench;

import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the application is measured against, and therefore frozen: the model as it was when the measuring began, in
 * {@code src/test/resources/bench/bpmn}, on the stock engine with full history, the same people and rights, every
 * delegate and listener empty.
 */
final class Bare {

    private static final Pattern BEAN = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");

    private Bare() {}

    static ProcessEngine on(DataSource database) throws IOException {
        var resources = new PathMatchingResourcePatternResolver().getResources("classpath:bench/bpmn/**/*.*");
        var beans = new HashMap<Object, Object>();
        for (var resource : resources) {
            BEAN.matcher(resource.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> beans.put(found.group(1), new Nothing()));
        }
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("full");
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setAuthorizationEnabled(true);
        settings.setEnableHistoricInstancePermissions(true);
        settings.setDefaultUserPermissionNameForTask("TASK_WORK");
        settings.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT15M,PT1H,PT3H");
        settings.setJobExecutorActivate(false);
        settings.setBeans(beans);
        var engine = settings.buildProcessEngine();

        for (var team : List.of("product", "project", "support", "systems", "qa", "managers")) {
            person(engine, team);
            rights(engine.getAuthorizationService(), team);
        }
        var deployment = engine.getRepositoryService().createDeployment().name("bare");
        for (var resource : resources) {
            var path = resource.getURL().getPath();
            try (var content = resource.getInputStream()) {
                deployment.addInputStream(path.substring(path.lastIndexOf("/bpmn/") + 6), content);
            }
        }
        deployment.deploy();
        return engine;
    }

    private static void person(ProcessEngine engine, String team) {
        var identities = engine.getIdentityService();
        identities.saveGroup(identities.newGroup(team));
        identities.saveUser(identities.newUser(team));
        identities.createMembership(team, team);
    }

    /** As the application gives them, of what the engine asks for on the way. */
    private static void rights(AuthorizationService rights, String team) {
        var any = Authorization.ANY;
        if (team.equals("managers")) {
            grant(rights, team, Resources.PROCESS_DEFINITION, any, READ, READ_INSTANCE, READ_HISTORY);
            grant(rights, team, Resources.DECISION_DEFINITION, any, READ, READ_HISTORY);
        } else if (List.of("product", "project", "support").contains(team)) {
            grant(rights, team, Resources.PROCESS_DEFINITION, "type-4-deployment", READ, CREATE_INSTANCE);
        } else {
            grant(rights, team, Resources.PROCESS_DEFINITION, "type-4-deployment", READ);
        }
        grant(rights, team, Resources.PROCESS_DEFINITION, "change-intervention", READ, CREATE_INSTANCE);
        grant(rights, team, Resources.PROCESS_DEFINITION, "report-incident", READ, CREATE_INSTANCE);
        grant(rights, team, Resources.PROCESS_INSTANCE, any, CREATE);
    }

    private static void grant(
            AuthorizationService rights, String group, Resource resource, String id, Permission... permissions) {
        var right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(group);
        right.setResource(resource);
        right.setResourceId(id);
        List.of(permissions).forEach(right::addPermission);
        rights.saveAuthorization(right);
    }

    /** Does nothing, wherever the model calls. */
    public static final class Nothing implements JavaDelegate, ExecutionListener, TaskListener {

        private Expression mails;

        public void setMails(Expression mails) {
            this.mails = mails;
        }

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}

        @Override
        public String toString() {
            return "nothing for " + mails;
        }
    }
}
