package com.athento.deployment.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.DirectFieldAccessor;

/** Parts of ours in the engine, whose lists are null while they are empty, and what its commands keep to themselves. */
public final class EngineParts {

    private EngineParts() {}

    /** Sees every command inside its transaction. */
    public static void intercept(ProcessEngineConfigurationImpl engine, CommandInterceptor interceptor) {
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), interceptor));
    }

    /** Sees every element of a model after the engine has read it. */
    public static void listen(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), listener));
    }

    /** Sees every task of the lifecycle after the engine has read it. */
    public static void tasks(ProcessEngineConfigurationImpl engine, BiConsumer<Element, TaskDefinition> seen) {
        listen(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var process = (ProcessDefinitionEntity) activity.getProcessDefinition();
                var behaviour = (UserTaskActivityBehavior) activity.getActivityBehavior();
                if (Elements.LIFECYCLE.equals(process.getKey())) {
                    seen.accept(element, behaviour.getTaskDefinition());
                }
            }
        });
    }

    /** Asks the database in place of the engine's manager of that type; a fresh one for each command. */
    public static void manage(ProcessEngineConfigurationImpl engine, Class<?> type, Supplier<Session> manager) {
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return manager.get();
            }
        }));
    }

    /** Whether something that is in hand was made in this command, and so is in no table yet. */
    public static boolean isNew(DbEntity one, DbEntityManager inHand) {
        return inHand.getDbEntityCache().getCachedEntity(one).getEntityState() == DbEntityState.TRANSIENT;
    }

    /** The list, and one more. */
    public static <T> List<T> with(List<T> present, T added) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }

    /** What a command of the engine was given: it keeps that in fields without accessors. */
    public static Object field(Object of, String name) {
        return new DirectFieldAccessor(of).getPropertyValue(name);
    }
}
