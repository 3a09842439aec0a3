package com.athento.deployment.process;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.AbstractSqlParameterSource;

/**
 * A record as the named parameters of a statement, the other way round than {@link RecordRow}: words as their names,
 * instants as our tables keep them, and what is absent as null.
 */
public final class RecordParameters extends AbstractSqlParameterSource {

    private final Record values;
    private final Map<String, RecordComponent> components;

    public RecordParameters(Record values) {
        this.values = values;
        this.components = Arrays.stream(values.getClass().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
    }

    @Override
    public boolean hasValue(String name) {
        return components.containsKey(name);
    }

    @Override
    public Object getValue(String name) {
        return stored(read(components.get(name)));
    }

    private Object read(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return accessor.invoke(values);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Object stored(Object value) {
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(RecordParameters::stored).orElse(null);
        }
        if (value instanceof Instant instant) {
            return StoredTime.of(instant);
        }
        return value instanceof Enum<?> word ? word.name() : value;
    }
}
