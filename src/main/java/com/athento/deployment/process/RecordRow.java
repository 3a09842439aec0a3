package com.athento.deployment.process;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads a row as a record, each component from the column of its name with the words parted by underscores. Spring's
 * own mappers ask for the component's name as it is first; for each that is no column the driver makes an exception,
 * and H2 writes its stack trace into a file.
 */
public final class RecordRow<T extends Record> implements RowMapper<T> {

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
            values[i] =
                    JdbcUtils.getResultSetValue(row, row.findColumn(column(components[i])), components[i].getType());
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static String column(RecordComponent component) {
        return JdbcUtils.convertPropertyNameToUnderscoreName(component.getName());
    }
}
