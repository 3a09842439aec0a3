package com.athento.deployment.process;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Column[] columns;

    public RecordRow(Class<T> type) {
        this.constructor = BeanUtils.getResolvableConstructor(type);
        this.columns = Stream.of(type.getRecordComponents()).map(Column::of).toArray(Column[]::new);
    }

    /**
     * Where a component comes from, found out once for all rows.
     *
     * @param type of its value, whether or not that may be missing
     */
    private record Column(String name, Class<?> type, boolean mayBeMissing) {

        static Column of(RecordComponent component) {
            var mayBeMissing = component.getType() == Optional.class;
            return new Column(
                    JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()),
                    mayBeMissing
                            ? ResolvableType.forType(component.getGenericType()).resolveGeneric()
                            : component.getType(),
                    mayBeMissing);
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        var values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, columns[i]);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static Object value(ResultSet row, Column column) throws SQLException {
        var value = value(row, row.findColumn(column.name()), column.type());
        return column.mayBeMissing() ? Optional.ofNullable(value) : value;
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
