package com.athento.deployment.bench;

import com.athento.deployment.overview.LeanHistory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
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

/** The very model on a plain engine, every delegate and listener empty. */
final class Bare {

    private static final Pattern BEAN = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");

    private Bare() {}

    static ProcessEngine on(DataSource database) throws IOException {
        var resources = new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/**/*.*");
        var beans = new HashMap<Object, Object>();
        for (var resource : resources) {
            BEAN.matcher(resource.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> beans.put(found.group(1), new Nothing()));
        }
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("full");
        settings.setCustomHistoryLevels(List.of(new LeanHistory()));
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setAuthorizationEnabled(true);
        settings.setEnableHistoricInstancePermissions(true);
        settings.setDefaultUserPermissionNameForTask("TASK_WORK");
        settings.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT15M,PT1H,PT3H");
        settings.setJobExecutorActivate(false);
        settings.setBeans(beans);
        var engine = settings.buildProcessEngine();

        for (var resource : List.of(Resources.PROCESS_DEFINITION, Resources.PROCESS_INSTANCE, Resources.TASK)) {
            if (engine.getAuthorizationService()
                            .createAuthorizationQuery()
                            .resourceType(resource)
                            .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                            .count()
                    == 0) {
                var everybody = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
                everybody.setResource(resource);
                everybody.setResourceId("*");
                everybody.addPermission(Permissions.ALL);
                engine.getAuthorizationService().saveAuthorization(everybody);
            }
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
