package com.athento.deployment.register;

import com.athento.deployment.intervention.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of the product there are. */
@Component
public class ProductVersions {

    private static final String ONE = " from product_version where line = :line and same_as = :sameAs";

    private final JdbcClient database;

    ProductVersions(JdbcClient database) {
        this.database = database;
    }

    /** All of a line, the newest one first. */
    public List<ProductVersion> of(Instance.Line line) {
        return database
                .sql("select * from product_version where line = :line")
                .param("line", line.name())
                .query(ProductVersions::version)
                .list()
                .stream()
                .sorted(Comparator.comparing(ProductVersion::version).reversed())
                .toList();
    }

    /** However the version is written. */
    public Optional<ProductVersion> find(Instance.Line line, Version version) {
        return database.sql("select *" + ONE)
                .param("line", line.name())
                .param("sameAs", version.plain())
                .query(ProductVersions::version)
                .optional();
    }

    private static ProductVersion version(ResultSet row, int number) throws SQLException {
        return new ProductVersion(
                Instance.Line.valueOf(row.getString("line")),
                new Version(row.getString("version")),
                row.getObject("released", LocalDate.class),
                Optional.ofNullable(row.getString("notes")),
                row.getBoolean("big_changes"),
                row.getString("fixes").lines().toList());
    }

    /** Whether it was taken: what somebody has changed over the API is left alone. */
    boolean takeFromFile(ProductVersion version) {
        var ruler = database.sql("select source" + ONE + " for update")
                .param("line", version.line().name())
                .param("sameAs", version.version().plain())
                .query(String.class)
                .optional();
        if (ruler.filter(Source.API.name()::equals).isPresent()) {
            return false;
        }
        keep(version, Source.FILE);
        return true;
    }

    /** @param source who rules it from now on */
    void keep(ProductVersion version, Source source) {
        var isThere = write("""
                update product_version set version = :version, released = :released, notes = :notes,
                    big_changes = :bigChanges, fixes = :fixes, source = :source
                where line = :line and same_as = :sameAs""", version, source);
        if (!isThere) {
            write("""
                    insert into product_version (version, released, notes, big_changes, fixes, source, line, same_as)
                    values (:version, :released, :notes, :bigChanges, :fixes, :source, :line, :sameAs)""", version, source);
        }
    }

    private boolean write(String sql, ProductVersion version, Source source) {
        return database.sql(sql)
                        .param("version", version.version().text())
                        .param("released", version.released())
                        .param("notes", version.notes().orElse(null))
                        .param("bigChanges", version.bigChanges())
                        .param("fixes", String.join("\n", version.fixes()))
                        .param("source", source.name())
                        .param("line", version.line().name())
                        .param("sameAs", version.version().plain())
                        .update()
                > 0;
    }
}
