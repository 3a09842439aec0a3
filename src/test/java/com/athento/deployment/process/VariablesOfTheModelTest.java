package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

class VariablesOfTheModelTest extends PathsTest {

    private static final Pattern READING = Pattern.compile("(?<!legateExpression=\")\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<!['\\w])[a-z]\\w+(?!['\\w])");

    /** Declared in the scope of each incident. */
    private static final Set<String> OF_AN_INCIDENT = Set.of("incidentResolution", "rollbackConfirmed");

    @Autowired
    RuntimeService runtime;

    @Test
    void whatExpressionsReadIsThereFromTheStart() throws IOException {
        var intervention = lifecycle.requested();

        assertThat(runtime.getVariables(intervention.id())).containsKeys(readByExpressions());
    }

    private static String[] readByExpressions() throws IOException {
        var model = new ClassPathResource("bpmn/type-4-deployment.bpmn").getContentAsString(StandardCharsets.UTF_8);
        var names = new TreeSet<String>();
        READING.matcher(model)
                .results()
                .map(found -> found.group(1).replaceAll("'[^']*'", ""))
                .forEach(expression -> NAME.matcher(expression).results().forEach(name -> names.add(name.group())));
        names.removeAll(OF_AN_INCIDENT);
        return names.toArray(String[]::new);
    }
}
