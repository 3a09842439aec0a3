package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose history of migrations begins. */
class BeginHistoryTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final BeginHistory begins = new BeginHistory();

    @Test
    void whoIsOvertakenByAnotherNodeGoesOnFromThere() {
        var other = flyway().initSql("drop table if exists first_of_the_other").load();
        // The other's first table is there already, its history is not: this one takes it for somebody else's.
        var overtaken = flyway().initSql("create table if not exists first_of_the_other (id int)")
                .callbacks(new Before(Event.BEFORE_BASELINE, () -> begins.migrate(other)))
                .load();

        begins.migrate(overtaken);

        assertThat(overtaken.info().pending()).isEmpty();
        assertThat(overtaken.info().applied()).hasSameSizeAs(other.info().applied());
    }

    @Test
    void whatIsWrongWithAMigrationIsSaid(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__first.sql"), "create tabel nothing");
        var flyway = flyway().locations("filesystem:" + folder).load();

        assertThatThrownBy(() -> begins.migrate(flyway))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("tabel");
    }

    /** As {@code application.yaml} sets it. */
    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database, "sa", "")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .table("procedure_schema_history");
    }

    private static final class Before extends BaseCallback {

        private final Event event;
        private final Runnable act;

        Before(Event event, Runnable act) {
            this.event = event;
            this.act = act;
        }

        @Override
        public boolean supports(Event happens, Context context) {
            return happens == event;
        }

        @Override
        public void handle(Event happens, Context context) {
            act.run();
        }
    }
}
