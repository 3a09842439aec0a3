package com.athento.deployment.register.web;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Contact;
import com.athento.deployment.register.KeepRegister;
import com.athento.deployment.register.KeptCalendar;
import com.athento.deployment.register.Register;
import com.athento.deployment.register.Source;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/clients}. */
@RestController
class ClientDoor {

    private final Register register;
    private final KeepRegister keep;

    ClientDoor(Register register, KeepRegister keep) {
        this.register = register;
        this.keep = keep;
    }

    @GetMapping("/api/clients/{code}")
    Answer client(@PathVariable String code) {
        return register.client(code)
                .map(client -> Answer.of(client, register.contacts(code), register.source(code)))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "refused.client.none", PlainText.quoted(code)));
    }

    @PutMapping("/api/clients/{code}")
    Answer put(@PathVariable String code, @RequestBody JsonNode json) {
        keep.client(code, json);
        return client(code);
    }

    /**
     * A client with its contacts; what it does not have is null.
     *
     * @param source FILE, or API where the register file no longer rules it
     * @param warnings what will go wrong with it
     */
    record Answer(
            String code,
            String name,
            String locale,
            String zone,
            String statusPage,
            Client.EmergencyConsent emergencyConsent,
            KeptCalendar calendar,
            List<Contact> contacts,
            Source source,
            List<String> warnings) {

        static Answer of(Client client, List<Contact> contacts, Source source) {
            return new Answer(
                    client.code(),
                    client.name(),
                    client.locale().toLanguageTag(),
                    client.zone().getId(),
                    client.statusPage().orElse(null),
                    client.emergencyConsent().orElse(null),
                    client.calendar().map(KeptCalendar::of).orElse(null),
                    contacts,
                    source,
                    Contact.warnings(client.code(), contacts));
        }
    }
}
