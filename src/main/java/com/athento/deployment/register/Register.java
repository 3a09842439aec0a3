package com.athento.deployment.register;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is installed where. */
@Component
public class Register {

    private static final String INSTANCE = "select * from instance";

    private final JdbcClient database;

    Register(JdbcClient database) {
        this.database = database;
    }

    /** All instances, by code. */
    public List<Instance> instances() {
        return database.sql(INSTANCE + " order by code")
                .query(Register::instance)
                .list();
    }

    public Optional<Instance> instance(String code) {
        return database.sql(INSTANCE + " where code = ?")
                .param(code)
                .query(Register::instance)
                .optional();
    }

    /**
     * The instance, with its row locked until the transaction ends: of two checks of one instance the second waits for
     * the first.
     */
    public Optional<Instance> lock(String code) {
        return database.sql(INSTANCE + " where code = ? for update")
                .param(code)
                .query(Register::instance)
                .optional();
    }

    public Optional<Client> client(String code) {
        return database.sql("select * from client where code = ?")
                .param(code)
                .query(Register::client)
                .optional();
    }

    /** Who says what a client is. */
    public Source source(String clientCode) {
        return database.sql("select source from client where code = ?")
                .param(clientCode)
                .query((row, number) -> Source.valueOf(row.getString("source")))
                .single();
    }

    /** By what name {@code banner.js} asks for an instance; no secret. */
    public Optional<String> bannerKey(String code) {
        return database.sql("select banner_key from instance where code = ?")
                .param(code)
                .query(String.class)
                .optional();
    }

    /** The instance whose pages ask with this key. */
    public Optional<Instance> instanceOfBannerKey(String key) {
        return database.sql(INSTANCE + " where banner_key = :key")
                .param("key", key)
                .query(Register::instance)
                .optional();
    }

    /** The client whose status page this key opens. */
    public Optional<Client> clientOfStatusKey(String key) {
        return database.sql("select * from client where status_key = ?")
                .param(key)
                .query(Register::client)
                .optional();
    }

    /** What opens the client's status page. */
    public String statusKey(String clientCode) {
        return database.sql("select status_key from client where code = ?")
                .param(clientCode)
                .query(String.class)
                .single();
    }

    /** Since when the client has a status page. */
    public Instant statusSince(String clientCode) {
        return database.sql("select status_since from client where code = ?")
                .param(clientCode)
                .query((row, number) -> StoredTime.in(row, "status_since").orElseThrow())
                .single();
    }

    /** A client's contacts in the order of the register file. */
    public List<Contact> contacts(String clientCode) {
        return database.sql("select * from contact where client_code = ? order by position")
                .param(clientCode)
                .query((row, number) -> new Contact(
                        row.getString("name"),
                        row.getString("email"),
                        Contact.Role.valueOf(row.getString("role")),
                        Optional.ofNullable(row.getString("phone"))))
                .list();
    }

    /** The version that an instance runs from now on, and the day of its last version update. */
    public void recordVersion(String code, Version version, Optional<LocalDate> lastUpdate) {
        database.sql("update instance set version = ?, last_update = ? where code = ?")
                .params(version.text(), lastUpdate.orElse(null), code)
                .update();
    }

    /**
     * The fixes that stay on top of an instance with this version, older ones included: a version supersedes what it
     * contains.
     */
    public List<Patch> patchesOnTopOf(Version version, String code) {
        return Patch.onTopOf(
                version,
                database.sql(
                                "select reference, notes, contained_in from instance_patch where instance_code = ? order by applied_at")
                        .param(code)
                        .query((row, number) -> new Patch(
                                row.getString("reference"),
                                Optional.ofNullable(row.getString("notes")),
                                Optional.ofNullable(row.getString("contained_in"))
                                        .map(Version::new)))
                        .list());
    }

    /** A hotfix joins the instance's patch list. */
    public void addPatch(
            String code,
            String interventionKey,
            Instant appliedAt,
            String reference,
            String notes,
            String containedIn) {
        database.sql(
                        "insert into instance_patch (instance_code, intervention_key, applied_at, reference, notes, contained_in)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        code,
                        interventionKey,
                        OffsetDateTime.ofInstant(appliedAt, ZoneOffset.UTC),
                        reference,
                        notes,
                        containedIn)
                .update();
    }

    /** The hotfixes of an intervention are gone again with the version that they came on top of. */
    public void removePatches(String code, String interventionKey) {
        database.sql("delete from instance_patch where instance_code = ? and intervention_key = ?")
                .params(code, interventionKey)
                .update();
    }

    private static Instance instance(ResultSet row, int number) throws SQLException {
        return new Instance(
                row.getString("code"),
                row.getString("client_code"),
                Environment.valueOf(row.getString("environment")),
                Instance.Line.valueOf(row.getString("line")),
                new Version(row.getString("version")),
                Optional.ofNullable(row.getObject("last_update", LocalDate.class)),
                Optional.ofNullable(row.getString("url")),
                row.getInt("notice_hours"),
                row.getInt("support_hours"),
                row.getInt("rollback_minutes"),
                Optional.ofNullable(row.getString("banner_origin")));
    }

    private static Client client(ResultSet row, int number) throws SQLException {
        return new Client(
                row.getString("code"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getString("status_page")),
                Optional.ofNullable(row.getString("emergency_document"))
                        .map(document -> new Client.EmergencyConsent(document, validUntil(row))));
    }

    private static LocalDate validUntil(ResultSet row) {
        try {
            return row.getObject("emergency_valid_until", LocalDate.class);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
