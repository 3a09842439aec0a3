package com.athento.deployment.register;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is installed where. */
@Component
public class Register {

    private static final String INSTANCE = "select * from instance";
    private static final RowMapper<Instance> INSTANCES = new RecordRow<>(Instance.class);

    private final JdbcClient database;

    Register(JdbcClient database) {
        this.database = database;
    }

    /** All instances, by code. */
    public List<Instance> instances() {
        return database.sql(INSTANCE + " order by code").query(INSTANCES).list();
    }

    public Optional<Instance> instance(String code) {
        return database.sql(INSTANCE + " where code = :code")
                .param("code", code)
                .query(INSTANCES)
                .optional();
    }

    /**
     * The instance, with its row locked until the transaction ends: of two checks of one instance the second waits for
     * the first.
     */
    public Optional<Instance> lock(String code) {
        return database.sql(INSTANCE + " where code = :code for update")
                .param("code", code)
                .query(INSTANCES)
                .optional();
    }

    public Optional<Client> client(String code) {
        return database.sql("select * from client where code = :code")
                .param("code", code)
                .query(Register::client)
                .optional();
    }

    /** What all clients are called, by code, in the order of their names. */
    public Map<String, String> clientNames() {
        var names = new LinkedHashMap<String, String>();
        database.sql("select code, name from client order by name, code").query(row -> {
            names.put(row.getString("code"), row.getString("name"));
        });
        return names;
    }

    /** By which clock each client lives, by its code. */
    public Map<String, ZoneId> clientZones() {
        var zones = new HashMap<String, ZoneId>();
        database.sql("select code, zone from client").query(row -> {
            zones.put(row.getString("code"), ZoneId.of(row.getString("zone")));
        });
        return zones;
    }

    /** A client's instances, by code. */
    public List<Instance> instancesOf(String clientCode) {
        return database.sql(INSTANCE + " where client_code = :clientCode order by code")
                .param("clientCode", clientCode)
                .query(INSTANCES)
                .list();
    }

    /** Who says what a client is. */
    public Source source(String clientCode) {
        return database.sql("select source from client where code = :code")
                .param("code", clientCode)
                .query((row, number) -> Source.valueOf(row.getString("source")))
                .single();
    }

    /** By what name {@code banner.js} asks for an instance; no secret. */
    public Optional<String> bannerKey(String code) {
        return database.sql("select banner_key from instance where code = :code")
                .param("code", code)
                .query(String.class)
                .optional();
    }

    /** The instance whose pages ask with this key. */
    public Optional<Instance> instanceOfBannerKey(String key) {
        return database.sql(INSTANCE + " where banner_key = :key")
                .param("key", key)
                .query(INSTANCES)
                .optional();
    }

    /** The client whose status page this key opens. */
    public Optional<Client> clientOfStatusKey(String key) {
        return database.sql("select * from client where status_key = :statusKey")
                .param("statusKey", key)
                .query(Register::client)
                .optional();
    }

    /** What opens the client's status page. */
    public String statusKey(String clientCode) {
        return database.sql("select status_key from client where code = :code")
                .param("code", clientCode)
                .query(String.class)
                .single();
    }

    /** Since when the client has a status page. */
    public Instant statusSince(String clientCode) {
        return database.sql("select status_since from client where code = :code")
                .param("code", clientCode)
                .query((row, number) -> StoredTime.in(row, "status_since").orElseThrow())
                .single();
    }

    /** A client's contacts in the order of the register file. */
    public List<Contact> contacts(String clientCode) {
        return database.sql("select * from contact where client_code = :clientCode order by position")
                .param("clientCode", clientCode)
                .query(new RecordRow<>(Contact.class))
                .list();
    }

    /**
     * The fixes that stay on top of an instance with this version, older ones included: a version supersedes what it
     * contains.
     */
    public List<Patch> patchesOnTopOf(Version version, String code) {
        return Patch.onTopOf(
                version,
                database.sql("""
                        select reference, notes, contained_in from instance_patch
                        where instance_code = :instanceCode order by applied_at""")
                        .param("instanceCode", code)
                        .query(new RecordRow<>(Patch.class))
                        .list());
    }

    /** The fixes that stay on top of each instance, by its code; one without any is absent. */
    public Map<String, List<Patch>> patches() {
        var applied = new HashMap<String, List<Patch>>();
        var running = new HashMap<String, Version>();
        var patch = new RecordRow<>(Patch.class);
        database.sql("""
                        select p.instance_code, p.reference, p.notes, p.contained_in, i.version
                        from instance_patch p join instance i on i.code = p.instance_code
                        order by p.applied_at""").query(row -> {
            var code = row.getString("instance_code");
            running.put(code, new Version(row.getString("version")));
            applied.computeIfAbsent(code, first -> new ArrayList<>()).add(patch.mapRow(row, row.getRow()));
        });
        applied.replaceAll((code, patches) -> Patch.onTopOf(running.get(code), patches));
        return applied;
    }

    /** A hotfix joins the instance's patch list. */
    public void addPatch(
            String code,
            String interventionKey,
            Instant appliedAt,
            String reference,
            String notes,
            String containedIn) {
        database.sql("""
                        insert into instance_patch (instance_code, intervention_key, applied_at, reference,
                            notes, contained_in)
                        values (:instanceCode, :key, :appliedAt, :reference, :notes, :containedIn)""")
                .param("instanceCode", code)
                .param("key", interventionKey)
                .param("appliedAt", StoredTime.of(appliedAt))
                .param("reference", reference)
                .param("notes", notes)
                .param("containedIn", containedIn)
                .update();
    }

    /** The hotfixes of an intervention are gone again with the version that they came on top of. */
    public void removePatches(String code, String interventionKey) {
        database.sql("delete from instance_patch where instance_code = :instanceCode and intervention_key = :key")
                .param("instanceCode", code)
                .param("key", interventionKey)
                .update();
    }

    private static Client client(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        return new Client(
                code,
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getString("status_page")),
                Optional.ofNullable(row.getString("emergency_document"))
                        .map(document -> new Client.EmergencyConsent(document, validUntil(row))),
                Optional.ofNullable(row.getString("calendar")).map(text -> KeptCalendar.read(code, text)));
    }

    private static LocalDate validUntil(ResultSet row) {
        try {
            return row.getObject("emergency_valid_until", LocalDate.class);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
