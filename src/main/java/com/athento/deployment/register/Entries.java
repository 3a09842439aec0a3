package com.athento.deployment.register;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.post.MailProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads what the register keeps; what is not written stays as it stands, if it stands already. */
final class Entries {

    private static final int HOURS_OF_A_MONTH = 720;

    private Entries() {}

    static Client client(Fields fields, String code, Optional<Client> standing) {
        return new Client(
                code,
                fields.required("name", Kind.NAME, standing.map(Client::name)),
                fields.required("locale", Kind.LOCALE, standing.map(Client::locale)),
                fields.required("zone", Kind.ZONE, standing.map(Client::zone)),
                fields.optional("status-page", Kind.URL, standing.flatMap(Client::statusPage)),
                fields.has("emergency-consent")
                        ? fields.fields("emergency-consent").map(Entries::emergencyConsent)
                        : standing.flatMap(Client::emergencyConsent));
    }

    private static Client.EmergencyConsent emergencyConsent(Fields fields) {
        var consent = new Client.EmergencyConsent(
                fields.required("document", Kind.NAME), fields.required("valid-until", Kind.DATE));
        fields.noOthers();
        return consent;
    }

    /** A client's contacts; each address once in each role. */
    static List<Contact> contacts(Fields client, MailProperties mails) {
        var seen = new HashSet<List<Object>>();
        return client.list("contacts").stream()
                .map(fields -> {
                    var contact = contact(fields, mails);
                    if (contact.email() != null
                            && contact.role() != null
                            && !seen.add(List.of(contact.email(), contact.role()))) {
                        fields.fault(
                                "email",
                                "'%s' is already a contact with role %s; give each once"
                                        .formatted(contact.email(), contact.role()));
                    }
                    return contact;
                })
                .toList();
    }

    private static Contact contact(Fields fields, MailProperties mails) {
        var contact = new Contact(
                fields.required("name", Kind.NAME),
                fields.required("email", Kind.mail(mails)),
                fields.required("role", Kind.word(Contact.Role.class)),
                fields.optional("phone", Kind.PHONE, Optional.empty()));
        fields.noOthers();
        return contact;
    }

    static Instance instance(Fields fields, String code, String clientCode, Optional<Instance> standing) {
        return new Instance(
                code,
                clientCode,
                fields.required("environment", Kind.word(Environment.class), standing.map(Instance::environment)),
                fields.required("line", Kind.word(Instance.Line.class), standing.map(Instance::line)),
                fields.required("version", Kind.VERSION, standing.map(Instance::version)),
                fields.optional("last-update", Kind.DATE, standing.flatMap(Instance::lastUpdate)),
                fields.optional("url", Kind.URL, standing.flatMap(Instance::url)),
                whole(fields, "notice-hours", 1, HOURS_OF_A_MONTH, standing.map(Instance::noticeHours), 48),
                whole(fields, "support-hours", 1, HOURS_OF_A_MONTH, standing.map(Instance::supportHours), 24),
                whole(fields, "rollback-minutes", 1, 59, standing.map(Instance::rollbackMinutes), 15),
                fields.optional("banner-origin", Kind.ORIGIN, standing.flatMap(Instance::bannerOrigin)));
    }

    private static int whole(Fields fields, String name, int least, int most, Optional<Integer> standing, int usual) {
        return fields.optional(name, Kind.whole(least, most), standing).orElse(usual);
    }
}
