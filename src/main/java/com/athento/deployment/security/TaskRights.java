package com.athento.deployment.security;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.EngineProperties;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may work on a task is whoever has it, and whom it is for: its assignee and its candidates. The engine writes that
 * down a second time, as a right for each task and group, which every task list reads through; here it does not.
 * Reading a task is {@link Rights#afterPropertiesSet granted} once for all.
 */
@Component
class TaskRights extends AbstractProcessEnginePlugin {

    private final EngineProperties parts;
    private final JdbcClient database;

    TaskRights(EngineProperties parts, JdbcClient database) {
        this.parts = parts;
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (!parts.stock()) {
            engine.setResourceAuthorizationProvider(new NoneForTasks());
            EngineParts.intercept(engine, new HistoryOfOpenTasks());
            EngineParts.intercept(engine, new WhatCardsShow());
        }
    }

    /** Beside the engine's others, which are there by now. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (!parts.stock()) {
            engine.getCommandCheckers()
                    .replaceAll(
                            checker -> checker instanceof AuthorizationCommandChecker ? new WhomItIsFor() : checker);
        }
    }

    /** What was written before stays behind when its task ends, and every list would read it. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (!parts.stock()) {
            database.sql(
                            "delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = :type and ROOT_PROC_INST_ID_ is not null")
                    .param("type", Resources.HISTORIC_TASK.resourceType())
                    .update();
        }
    }

    private static final class NoneForTasks extends DefaultAuthorizationProvider {

        private static final AuthorizationEntity[] NONE = {};

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String before, String after) {
            return NONE;
        }

        @Override
        public AuthorizationEntity[] newTaskOwner(Task task, String before, String after) {
            return NONE;
        }

        @Override
        public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
            return NONE;
        }

        @Override
        public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
            return NONE;
        }
    }

    /** What was granted besides goes on to hold. */
    private static final class WhomItIsFor extends AuthorizationCommandChecker {

        @Override
        public void checkTaskWork(TaskEntity task) {
            if (!isForWhoeverAsks(task)) {
                super.checkTaskWork(task);
            }
        }

        /** Who reads all tasks, and what their cards show, does not read all that each of them knows. */
        @Override
        public void checkReadTaskVariable(TaskEntity task) {
            if (!isForWhoeverAsks(task)) {
                getAuthorizationManager().checkAuthorization(Permissions.READ, Resources.TASK, task.getId());
            }
        }
    }

    /** Its comments and attachments, and who did what to it, are read through there. */
    private static final class HistoryOfOpenTasks extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            var context = Context.getCommandContext();
            var isTheirs = taskOf(command)
                    .map(context.getTaskManager()::findTaskById)
                    .filter(TaskRights::isForWhoeverAsks)
                    .isPresent();
            return isTheirs ? context.runWithoutAuthorization(() -> next.execute(command)) : next.execute(command);
        }

        private static Optional<String> taskOf(Command<?> command) {
            if (command instanceof HistoricTaskInstanceQueryImpl tasks) {
                return Optional.ofNullable(tasks.getTaskId());
            }
            return command instanceof UserOperationLogQueryImpl
                    ? Optional.ofNullable((String) EngineParts.field(command, "taskId"))
                    : Optional.empty();
        }
    }

    /** A list asks for the variables of its tasks, of which those that are a task's own are for its card. */
    private static final class WhatCardsShow extends CommandInterceptor {

        @Override
        @SuppressWarnings("unchecked")
        public <T> T execute(Command<T> command) {
            var found = next.execute(command);
            return command instanceof VariableInstanceQueryImpl query
                            && query.getVariableScopeIds() != null
                            && found instanceof List<?> none
                            && none.isEmpty()
                    ? (T) ofTasks(query)
                    : found;
        }

        private List<VariableInstance> ofTasks(VariableInstanceQueryImpl query) {
            var scopes = List.of(query.getVariableScopeIds());
            var all = (List<?>) Context.getCommandContext().runWithoutAuthorization(() -> next.execute(query));
            return all.stream()
                    .map(VariableInstance.class::cast)
                    .filter(variable -> variable.getTaskId() != null && scopes.contains(variable.getTaskId()))
                    .toList();
        }
    }

    private static boolean isForWhoeverAsks(TaskEntity task) {
        var person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) {
            return false;
        }
        return person.getUserId().equals(task.getAssignee())
                || task.getCandidates().stream()
                        .anyMatch(link -> person.getUserId().equals(link.getUserId())
                                || (person.getGroupIds() != null
                                        && person.getGroupIds().contains(link.getGroupId())));
    }
}
