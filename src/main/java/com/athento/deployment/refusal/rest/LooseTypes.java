package com.athento.deployment.refusal.rest;

import com.athento.deployment.process.Variables;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.dto.runtime.StartProcessInstanceDto;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.springframework.util.StringUtils;

/**
 * The model knows the type of a variable better than whoever submits it: a value that is not of the type it claims goes
 * on without one. Then the step itself converts it, if it is exact, or refuses it by name. A type that does not exist,
 * or that is not the one of its value in a way that nothing of ours could be, is refused here. Only the REST API needs
 * it, and Tasklist, which uses that: in every other door a value claims nothing.
 */
class LooseTypes implements ReaderInterceptor {

    private static final Set<String> PLAIN =
            Set.of("null", "string", "boolean", "short", "integer", "long", "double", "number", "date");

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
            variables.forEach(LooseTypes::loosen);
        }
    }

    private static void loosen(String name, VariableValueDto value) {
        if (value.getType() == null) {
            return;
        }
        var plain = PLAIN.contains(StringUtils.uncapitalize(value.getType()));
        if (isWrittenAsNoText(value)) {
            value.setType(null);
            return;
        }
        if (!fits(value) || (plain && hasForeignDigits(value))) {
            Variables.find(name).filter(ours -> !plain).ifPresent(ours -> {
                throw ours.ofWrongType(value.getType());
            });
            value.setType(null);
        }
    }

    /** Such digits make a number for the API, and none for us. */
    private static boolean hasForeignDigits(VariableValueDto value) {
        return value.getValue() instanceof String text && text.chars().anyMatch(c -> c > 127);
    }

    /** The API would make a text of what is left of the number 24.10. */
    private static boolean isWrittenAsNoText(VariableValueDto value) {
        return "string".equals(StringUtils.uncapitalize(value.getType()))
                && value.getValue() != null
                && !(value.getValue() instanceof String);
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
