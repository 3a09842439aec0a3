package com.athento.deployment.register;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.ResultSetExtractor;
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

    /** The client together with what opens its status page and whom it has named. */
    public Optional<ClientAndPeople> clientAndPeople(String code) {
        return database.sql("""
                        select c.*, p.name as contact, p.email, p.role, p.phone
                        from client c left join contact p on p.client_code = c.code
                        where c.code = :code order by p.position""").param("code", code).query((ResultSetExtractor<Optional<ClientAndPeople>>)
                Register::clientAndPeople);
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
        var applied = database.sql("""
                        select reference, notes, contained_in from instance_patch
                        where instance_code = :instanceCode and cleared_by is null order by applied_at""")
                .param("instanceCode", code)
                .query(new RecordRow<>(Patch.class))
                .list();
        return applied.isEmpty() ? applied : Patch.onTopOf(version, applied, broughtAlong(version, code));
    }

    /** References of the fixes that product says are in a version of the instance's line, or in one before it. */
    public Set<String> broughtAlong(Version version, String code) {
        var references = new HashSet<String>();
        database.sql("""
                        select p.version, p.fixes from product_version p join instance i on i.line = p.line
                        where i.code = :code""").param("code", code).query(row -> {
            if (new Version(row.getString("version")).compareTo(version) <= 0) {
                row.getString("fixes").lines().forEach(references::add);
            }
        });
        return references;
    }

    /**
     * The fixes that stay on top of each instance, by its code; one without any is absent. What product says of them is
     * not asked.
     */
    public Map<String, List<Patch>> patches() {
        var applied = new HashMap<String, List<Patch>>();
        var running = new HashMap<String, Version>();
        var patch = new RecordRow<>(Patch.class);
        database.sql("""
                        select p.instance_code, p.reference, p.notes, p.contained_in, i.version
                        from instance_patch p join instance i on i.code = p.instance_code
                        where p.cleared_by is null order by p.applied_at""").query(row -> {
            var code = row.getString("instance_code");
            running.put(code, new Version(row.getString("version")));
            applied.computeIfAbsent(code, first -> new ArrayList<>()).add(patch.mapRow(row, row.getRow()));
        });
        applied.replaceAll((code, patches) -> Patch.onTopOf(running.get(code), patches, Set.of()));
        return applied;
    }

    /** A hotfix joins the instance's patch list, after those that it has from the same intervention. */
    public void addPatch(String code, String interventionKey, Instant appliedAt, Patch patch) {
        var last = database.sql("""
                        select max(applied_at) as last from instance_patch
                        where instance_code = :instanceCode and intervention_key = :key""")
                .param("instanceCode", code)
                .param("key", interventionKey)
                .query((row, number) -> StoredTime.in(row, "last"))
                .single();
        var at = last.filter(moment -> !moment.isBefore(appliedAt)).map(moment -> moment.plus(1, ChronoUnit.MICROS));
        database.sql("""
                        insert into instance_patch (instance_code, intervention_key, applied_at, reference,
                            notes, contained_in)
                        values (:instanceCode, :key, :appliedAt, :reference, :notes, :containedIn)""")
                .param("instanceCode", code)
                .param("key", interventionKey)
                .param("appliedAt", StoredTime.of(at.orElse(appliedAt)))
                .param("reference", patch.reference())
                .param("notes", patch.notes().orElse(null))
                .param("containedIn", patch.containedIn().map(Version::text).orElse(null))
                .update();
    }

    /** What an intervention's version brought along, or ended, is on the list no more. */
    public void clearPatches(String code, String interventionKey, Collection<String> references) {
        if (references.isEmpty()) {
            return;
        }
        database.sql("""
                        update instance_patch set cleared_by = :key
                        where instance_code = :code and reference in (:references) and cleared_by is null""")
                .param("key", interventionKey)
                .param("code", code)
                .param("references", references)
                .update();
    }

    /** The version that an intervention brought is gone: what it took from the list is there again. */
    public void bringBackPatches(String code, String interventionKey) {
        database.sql("""
                        update instance_patch set cleared_by = null
                        where instance_code = :code and cleared_by = :key""").param("code", code).param("key", interventionKey).update();
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

    private static Optional<ClientAndPeople> clientAndPeople(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var client = client(rows, 1);
        var statusKey = rows.getString("status_key");
        var contacts = new ArrayList<Contact>();
        do {
            if (rows.getString("contact") != null) {
                contacts.add(new Contact(
                        rows.getString("contact"),
                        rows.getString("email"),
                        Contact.Role.valueOf(rows.getString("role")),
                        Optional.ofNullable(rows.getString("phone"))));
            }
        } while (rows.next());
        return Optional.of(new ClientAndPeople(client, statusKey, contacts));
    }

    private static LocalDate validUntil(ResultSet row) {
        try {
            return row.getObject("emergency_valid_until", LocalDate.class);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
