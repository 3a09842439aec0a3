package com.athento.deployment.process;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;

/**
 * A record as the named parameters of a statement, the other way round than {@link RecordRow}: words as their names,
 * instants as our tables keep them, and what is absent as null.
 */
public final class RecordParameters extends SimplePropertySqlParameterSource {

    public RecordParameters(Record values) {
        super(values);
    }

    @Override
    public Object getValue(String name) {
        return stored(super.getValue(name));
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
