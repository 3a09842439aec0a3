package com.athento.deployment.process;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Nodes that start at the same time on one database do so one after the other: the engine's tables, groups, rights and
 * filters are made by whoever comes first. A row is locked until the node is ready; if it dies before, the database
 * lets the next one in.
 */
@Component
@DependsOnDatabaseInitialization
class StartInTurn implements InitializingBean, ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private final DataSource database;
    private Connection turn;

    StartInTurn(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        turn = database.getConnection();
        turn.setAutoCommit(false);
        try (var lock = turn.prepareStatement("select id from start_turn for update")) {
            lock.execute();
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        destroy();
    }

    /** The pool takes the connection back as it was. */
    @Override
    public synchronized void destroy() {
        JdbcUtils.closeConnection(turn);
        turn = null;
    }
}
