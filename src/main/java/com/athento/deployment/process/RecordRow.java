package com.athento.deployment.process;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;

/**
 * Reads a row as a record, each component from the column of its name with the words parted by underscores: words as
 * their constants, moments as instants, and what may be missing as {@link Optional}. Spring's own mappers ask for the
 * component's name as it is first; for each that is no column the driver makes an exception, and H2 writes its stack
 * trace into a file.
 */
public final class RecordRow<T extends Record> implements RowMapper<T> {

    private static final ConversionService WORDS = DefaultConversionService.getSharedInstance();

    private final Constructor<T> constructor;
    private final RecordComponent[] components;

    public RecordRow(Class<T> type) {
        this.constructor = BeanUtils.getResolvableConstructor(type);
        this.components = type.getRecordComponents();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, components[i]);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static Object value(ResultSet row, RecordComponent component) throws SQLException {
        var column = row.findColumn(JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()));
        return component.getType() == Optional.class
                ? Optional.ofNullable(value(row, column, wrapped(component)))
                : value(row, column, component.getType());
    }

    private static Class<?> wrapped(RecordComponent component) {
        return ResolvableType.forType(component.getGenericType()).resolveGeneric();
    }

    /** Null where the column is; the record decides whether that may be. */
    private static Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        if (type == Instant.class) {
            var moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
        return isPlain(type)
                ? JdbcUtils.getResultSetValue(row, column, type)
                : WORDS.convert(row.getString(column), type);
    }

    /** Whether a driver knows it; all else is made of the word that names it. */
    private static boolean isPlain(Class<?> type) {
        return ClassUtils.isPrimitiveOrWrapper(type) || type == String.class || Temporal.class.isAssignableFrom(type);
    }
}
