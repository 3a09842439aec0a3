package com.athento.deployment.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A task without an engine: its variables are a map, which the test can look into. */
public final class Scopes {

    private Scopes() {}

    /** A task of that id, whose variables are what its form submitted, beside the others. */
    public static DelegateTask task(String id, Map<String, ?> variables) {
        var values = new HashMap<String, Object>(variables);
        var task = mock(DelegateTask.class);
        lenient().when(task.getTaskDefinitionKey()).thenReturn(id);
        lenient().when(task.getExecution()).thenReturn(mock(DelegateExecution.class));
        lenient().when(task.getVariable(anyString())).thenAnswer(call -> values.get(call.<String>getArgument(0)));
        lenient()
                .doAnswer(call -> values.put(call.getArgument(0), call.getArgument(1)))
                .when(task)
                .setVariable(anyString(), any());
        return task;
    }
}
