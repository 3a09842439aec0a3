package com.athento.deployment.process.rest;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.dto.runtime.StartProcessInstanceDto;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/**
 * The model knows the type of a variable better than whoever submits it: a value that is not of the
 * type it claims goes on without one. Then the step itself converts it, if it is exact, or refuses
 * it by name.
 */
class LooseTypes implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        var body = request.proceed();
        if (body instanceof StartProcessInstanceDto start) {
            loosen(start.getVariables());
        } else if (body instanceof CompleteTaskDto completion) {
            loosen(completion.getVariables());
        }
        return body;
    }

    private static void loosen(Map<String, VariableValueDto> variables) {
        if (variables != null) {
            variables.replaceAll((name, value) -> value == null ? new VariableValueDto() : value);
            variables.values().stream()
                    .filter(value -> !fits(value))
                    .forEach(value -> value.setType(null));
        }
    }

    private static boolean fits(VariableValueDto value) {
        try {
            value.toTypedValue(
                    ProcessEngines.getDefaultProcessEngine(),
                    new JacksonConfigurator().getContext(VariableValueDto.class));
            return true;
        } catch (RestException ofAnotherType) {
            return false;
        }
    }
}
