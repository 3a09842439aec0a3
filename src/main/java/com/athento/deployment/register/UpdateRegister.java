package com.athento.deployment.register;

import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.RepeatLostRaces;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the register. Whatever is written at the same instant by another node is not in the way: the whole change is
 * tried again, and then finds what the other one left.
 */
@Component
class UpdateRegister {

    private final RunningVersions versions;
    private final JdbcClient database;
    private final RepeatLostRaces repeat;
    private final TransactionTemplate transaction;

    UpdateRegister(
            RunningVersions versions,
            JdbcClient database,
            RepeatLostRaces repeat,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.database = database;
        this.repeat = repeat;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes a change as a whole or not at all. */
    void atOnce(Runnable change) {
        repeat.of(() -> {
            transaction.executeWithoutResult(status -> change.run());
            return null;
        });
    }

    void client(Client client) {
        var isThere = write("""
                update client set name = :name, locale = :locale, zone = :zone, status_page = :statusPage,
                    emergency_document = :document, emergency_valid_until = :validUntil, calendar = :calendar
                where code = :code""", client);
        if (!isThere) {
            write("""
                    insert into client (name, locale, zone, status_page, emergency_document,
                        emergency_valid_until, calendar, code, status_key)
                    values (:name, :locale, :zone, :statusPage, :document, :validUntil, :calendar, :code, :statusKey)""", client);
        }
    }

    private boolean write(String sql, Client client) {
        var consent = client.emergencyConsent();
        return database.sql(sql)
                        .param("name", client.name())
                        .param("locale", client.locale().toLanguageTag())
                        .param("zone", client.zone().getId())
                        .param("statusPage", client.statusPage().orElse(null))
                        .param(
                                "document",
                                consent.map(Client.EmergencyConsent::document).orElse(null))
                        .param(
                                "validUntil",
                                consent.map(Client.EmergencyConsent::validUntil).orElse(null))
                        .param(
                                "calendar",
                                client.calendar()
                                        .map(KeptCalendar::of)
                                        .map(KeptCalendar::text)
                                        .orElse(null))
                        .param("code", client.code())
                        .param("statusKey", Token.random().text())
                        .update()
                > 0;
    }

    /** From now on it is ruled by this one. */
    void ruledBy(String clientCode, Source source) {
        database.sql("update client set source = :source where code = :code")
                .param("source", source.name())
                .param("code", clientCode)
                .update();
    }

    /** Whether an admin rules a client; its row is locked until the transaction ends. */
    boolean isOutOfReach(String clientCode) {
        return database.sql("select source from client where code = :code for update")
                .param("code", clientCode)
                .query(String.class)
                .optional()
                .filter(Source.API.name()::equals)
                .isPresent();
    }

    /** All contacts of a client, in their order; its row is to be written first, and so locked. */
    void contacts(String clientCode, List<Contact> contacts) {
        database.sql("delete from contact where client_code = :clientCode")
                .param("clientCode", clientCode)
                .update();
        for (int position = 0; position < contacts.size(); position++) {
            insert(clientCode, position, contacts.get(position));
        }
    }

    private void insert(String clientCode, int position, Contact contact) {
        database.sql("""
                        insert into contact (client_code, position, name, email, role, phone)
                        values (:clientCode, :position, :name, :email, :role, :phone)""")
                .param("clientCode", clientCode)
                .param("position", position)
                .param("name", contact.name())
                .param("email", contact.email())
                .param("role", contact.role().name())
                .param("phone", contact.phone().orElse(null))
                .update();
    }

    /** An instance as it is, its version included. */
    void instance(Instance instance) {
        instanceButItsVersion(instance);
        versions.stated(instance);
    }

    /** An instance as the file has it: one that is there keeps its version and the day of it. */
    void instanceButItsVersion(Instance instance) {
        var isThere = write("""
                update instance set environment = :environment, line = :line, url = :url, notice_hours = :noticeHours,
                    support_hours = :supportHours, rollback_minutes = :rollbackMinutes, banner_origin = :bannerOrigin
                where code = :code""", instance);
        if (!isThere) {
            write("""
                    insert into instance (environment, line, url, notice_hours, support_hours,
                        rollback_minutes, banner_origin, code, client_code, version, last_update, banner_key)
                    values (:environment, :line, :url, :noticeHours, :supportHours,
                        :rollbackMinutes, :bannerOrigin, :code, :clientCode, :version, :lastUpdate, :bannerKey)""", instance);
            versions.stated(instance);
        }
    }

    private boolean write(String sql, Instance instance) {
        return database.sql(sql)
                        .param("environment", instance.environment().name())
                        .param("line", instance.line().name())
                        .param("url", instance.url().orElse(null))
                        .param("noticeHours", instance.noticeHours())
                        .param("supportHours", instance.supportHours())
                        .param("rollbackMinutes", instance.rollbackMinutes())
                        .param("bannerOrigin", instance.bannerOrigin().orElse(null))
                        .param("code", instance.code())
                        .param("clientCode", instance.clientCode())
                        .param("version", instance.version().text())
                        .param("lastUpdate", instance.lastUpdate().orElse(null))
                        .param("bannerKey", Token.random().text())
                        .update()
                > 0;
    }
}
