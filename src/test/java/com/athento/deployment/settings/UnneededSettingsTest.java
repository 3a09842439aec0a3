package com.athento.deployment.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.BeansException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** What we set says something: it is known, and it is not what Spring Boot or Camunda do anyway. */
class UnneededSettingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern AFTER_A_DASH = Pattern.compile("-(\\w)");

    private static final String ENGINE = "camunda.bpm.generic-properties.properties.";

    /** Said because it must not change with an update; see docs/engine-gaps.md. */
    private static final Set<String> SAID_ALL_THE_SAME = Set.of(ENGINE + "java-serialization-format-enabled");

    private final Map<String, JsonNode> known = known();

    @ParameterizedTest
    @ValueSource(strings = {"application.yaml", "application-demo.yaml", "application-prod.yaml"})
    void everySettingIsKnownAndChangesSomething(String file) throws IOException {
        var settings = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load(file, new ClassPathResource(file))
                .get(0);

        assertThat(settings.getPropertyNames())
                .isNotEmpty()
                .filteredOn(name -> !isKnown(name) || isNothing(name, String.valueOf(settings.getProperty(name))))
                .isEmpty();
    }

    private boolean isNothing(String name, String said) {
        return !SAID_ALL_THE_SAME.contains(name)
                && anyway(name).filter(said::equals).isPresent();
    }

    private boolean isKnown(String name) {
        return known.containsKey(name) || isInMap(name);
    }

    private boolean isInMap(String name) {
        return known.values().stream()
                .filter(property -> property.path("type").asText().startsWith("java.util.Map"))
                .anyMatch(map -> name.startsWith(map.get("name").asText() + "."));
    }

    /** What holds without the setting, as far as those who read it tell. */
    private Optional<String> anyway(String name) {
        if (name.startsWith(ENGINE)) {
            return held(new SpringProcessEngineConfiguration(), name);
        }
        var property = known.getOrDefault(name, JSON.createObjectNode());
        return property.has("defaultValue")
                ? Optional.of(property.get("defaultValue").asText())
                : Optional.of(property.path("sourceType").asText())
                        .filter(type -> !type.isEmpty())
                        .flatMap(type -> made(type).flatMap(reader -> held(reader, name)));
    }

    private static Optional<Object> made(String type) {
        try {
            return Optional.of(Class.forName(type).getConstructor().newInstance());
        } catch (ReflectiveOperationException itNeedsMore) {
            return Optional.empty();
        }
    }

    private static Optional<String> held(Object reader, String name) {
        try {
            return Optional.ofNullable(new BeanWrapperImpl(reader).getPropertyValue(property(name)))
                    .map(String::valueOf);
        } catch (BeansException calledOtherwise) {
            return Optional.empty();
        }
    }

    private static String property(String name) {
        return AFTER_A_DASH
                .matcher(name.substring(name.lastIndexOf('.') + 1))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** Every setting of the application and of what it is made of, by name. */
    private static Map<String, JsonNode> known() {
        var known = new HashMap<String, JsonNode>();
        try {
            var files = UnneededSettingsTest.class
                    .getClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json");
            for (var file : Collections.list(files)) {
                try (var content = file.openStream()) {
                    JSON.readTree(content)
                            .get("properties")
                            .forEach(property -> known.put(property.get("name").asText(), property));
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return known;
    }
}
