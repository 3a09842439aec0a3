package com.athento.deployment.register;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Said;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes what an admin says about a client or an instance. What is left out of the JSON stays as it is, what is null is
 * cleared; whatever is not there yet is created. A client that is changed here, or has an instance changed beyond its
 * version, is no longer ruled by the register file.
 */
@Component
public class KeepRegister {

    private final Register register;
    private final UpdateRegister update;
    private final MailProperties mails;
    private final Clock clock;

    KeepRegister(Register register, UpdateRegister update, MailProperties mails, Clock clock) {
        this.register = register;
        this.update = update;
        this.mails = mails;
        this.clock = clock;
    }

    /** @throws Refused if anything is wrong with it, or there is no such client and too little to make one */
    public void client(String code, JsonNode json) {
        var standing = register.client(code);
        var faults = new Faults();
        var fields = fields(code, json, faults);
        if (standing.isEmpty() && !fields.has("name")) {
            throw unknown("refused.register.no-client", code, Sentence.and("name", "locale", "zone"));
        }
        var client = Entries.client(fields, code, standing);
        var contacts = fields.has("contacts") ? Entries.contacts(fields, mails) : register.contacts(code);
        var source = fields.optional("source", Kind.word(Source.class), Optional.empty());
        fields.noOthers();
        refuse(faults);
        update.atOnce(() -> {
            var isChanged = !isAlready(client, contacts);
            update.client(client);
            if (fields.has("contacts")) {
                update.contacts(code, contacts);
            }
            source.or(() -> Optional.of(Source.API).filter(api -> isChanged))
                    .ifPresent(ruler -> update.ruledBy(code, ruler));
        });
    }

    private boolean isAlready(Client client, List<Contact> contacts) {
        return register.client(client.code()).equals(Optional.of(client))
                && register.contacts(client.code()).equals(contacts);
    }

    /** @throws Refused if anything is wrong with it, or there is no such instance and too little to make one */
    public void instance(String code, JsonNode json) {
        var standing = register.instance(code);
        var faults = new Faults();
        var fields = fields(code, json, faults);
        if (standing.isEmpty() && !fields.has("client")) {
            throw unknown(
                    "refused.register.no-instance", code, Sentence.and("client", "environment", "line", "version"));
        }
        var client = clientOf(fields, standing);
        var instance = Entries.instance(fields, code, client, standing);
        mustHaveHappened(instance, client, fields);
        fields.noOthers();
        refuse(faults);
        update.atOnce(() -> {
            update.instance(instance);
            standing.filter(before -> isMoreThanItsVersion(before, instance))
                    .ifPresent(before -> update.ruledBy(client, Source.API));
        });
    }

    private static boolean isMoreThanItsVersion(Instance before, Instance after) {
        return !before.at(after.version(), after.lastUpdate()).equals(after);
    }

    /** An update of tomorrow has not been made; what day it is, the client's calendar says. */
    private void mustHaveHappened(Instance instance, String client, Fields fields) {
        var today = LocalDate.ofInstant(
                clock.instant(), register.client(client).map(Client::zone).orElse(ZoneOffset.UTC));
        instance.lastUpdate()
                .filter(day -> fields.has("last-update") && day.isAfter(today))
                .ifPresent(day -> fields.fault("last-update", "refused.register.future-update", day, today));
    }

    private String clientOf(Fields fields, Optional<Instance> standing) {
        var standingClient = standing.map(Instance::clientCode);
        var client = fields.required("client", Kinds.CODE, standingClient);
        if (client == null) {
            return null;
        }
        if (standingClient.filter(stays -> !stays.equals(client)).isPresent()) {
            fields.fault("client", "refused.register.another-client", client, standingClient.get());
        } else if (register.client(client).isEmpty()) {
            fields.fault("client", "refused.register.unregistered-client", client);
        }
        return client;
    }

    private static Fields fields(String code, JsonNode json, Faults faults) {
        var fields = new Fields(JsonEntry.read(json), Fields.CAMEL, faults);
        var given = fields.required("code", Kinds.CODE, Optional.of(code));
        if (given != null && !given.equals(code)) {
            fields.fault("code", "refused.register.another-code", given, code);
        }
        faults.reading("", () -> Kinds.CODE.read("code", code));
        return fields;
    }

    private static void refuse(Faults faults) {
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Reason.INVALID, faults.all());
        }
    }

    private static Refused unknown(String sentence, String code, Said toMakeOne) {
        return new Refused(Refused.Reason.UNKNOWN, sentence, PlainText.quoted(code), toMakeOne);
    }
}
