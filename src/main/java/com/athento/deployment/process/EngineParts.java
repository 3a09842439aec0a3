package com.athento.deployment.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Parts of ours beside what the engine has in its lists, which are null while they are empty. */
public final class EngineParts {

    private EngineParts() {}

    /** Sees every command inside its transaction. */
    public static void intercept(
            ProcessEngineConfigurationImpl engine, CommandInterceptor interceptor) {
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), interceptor));
    }

    /** Sees every element of a model after the engine has read it. */
    public static void listen(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        engine.setCustomPostBPMNParseListeners(
                with(engine.getCustomPostBPMNParseListeners(), listener));
    }

    /** The list, and one more. */
    public static <T> List<T> with(List<T> present, T added) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
