package com.athento.deployment.register;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Kind;
import com.athento.deployment.schedule.calendars.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the register keeps; what is not written stays as it stands, if it stands already. */
final class Entries {

    private static final int HOURS_OF_A_MONTH = 720;

    private Entries() {}

    static Client client(Fields fields, String code, Optional<Client> standing) {
        return new Client(
                code,
                fields.required("name", Kinds.NAME, standing.map(Client::name)),
                fields.required("locale", Kinds.LOCALE, standing.map(Client::locale)),
                fields.required("zone", Kinds.ZONE, standing.map(Client::zone)),
                fields.optional("status-page", Kinds.URL, standing.flatMap(Client::statusPage)),
                fields.has("emergency-consent")
                        ? fields.fields("emergency-consent").map(Entries::emergencyConsent)
                        : standing.flatMap(Client::emergencyConsent),
                fields.has("calendar") ? calendar(fields, code) : standing.flatMap(Client::calendar));
    }

    private static Optional<Calendar> calendar(Fields client, String code) {
        return client.fields("calendar", fault -> Sentence.of("refused.register.in-calendar", fault, code))
                .map(KeptCalendar::calendar);
    }

    private static Client.EmergencyConsent emergencyConsent(Fields fields) {
        var consent = new Client.EmergencyConsent(
                fields.required("document", Kinds.NAME), fields.required("valid-until", Kinds.DATE));
        fields.noOthers();
        return consent;
    }

    /** A client's contacts; each address once in each role. */
    static List<Contact> contacts(Fields client, MailProperties mails) {
        var seen = new HashSet<List<Object>>();
        return client.list("contacts").stream()
                .map(fields -> once(contact(fields, mails), fields, seen))
                .toList();
    }

    private static Contact once(Contact contact, Fields fields, Set<List<Object>> seen) {
        if (isRight(contact) && !seen.add(List.of(contact.email(), contact.role()))) {
            fields.fault("email", "refused.register.contact-twice", contact.email(), contact.role());
        }
        return contact;
    }

    private static boolean isRight(Contact contact) {
        return contact.email() != null && contact.role() != null;
    }

    private static Contact contact(Fields fields, MailProperties mails) {
        var contact = new Contact(
                fields.required("name", Kinds.NAME),
                fields.required("email", mails.recipient()),
                fields.required("role", Kind.word(Contact.Role.class)),
                fields.optional("phone", Kinds.PHONE, Optional.empty()));
        fields.noOthers();
        return contact;
    }

    static Instance instance(Fields fields, String code, String clientCode, Optional<Instance> standing) {
        return new Instance(
                code,
                clientCode,
                fields.required("environment", Kind.word(Environment.class), standing.map(Instance::environment)),
                fields.required("line", Kind.word(Instance.Line.class), standing.map(Instance::line)),
                fields.required("version", Kinds.VERSION, standing.map(Instance::version)),
                fields.optional("last-update", Kinds.DATE, standing.flatMap(Instance::lastUpdate)),
                fields.optional("url", Kinds.URL, standing.flatMap(Instance::url)),
                whole(fields, "notice-hours", 1, HOURS_OF_A_MONTH, standing.map(Instance::noticeHours), 48),
                whole(fields, "support-hours", 1, HOURS_OF_A_MONTH, standing.map(Instance::supportHours), 24),
                whole(fields, "rollback-minutes", 1, 59, standing.map(Instance::rollbackMinutes), 15),
                fields.optional("banner-origin", Kinds.ORIGIN, standing.flatMap(Instance::bannerOrigin)));
    }

    static ProductVersion productVersion(
            Fields fields, Instance.Line line, Version version, Optional<ProductVersion> standing) {
        return new ProductVersion(
                line,
                version,
                fields.required("released", Kinds.DATE, standing.map(ProductVersion::released)),
                fields.optional("notes", Kinds.URL, standing.flatMap(ProductVersion::notes)),
                fields.number("big-changes", Kinds.YES_NO, standing.map(ProductVersion::bigChanges))
                        .orElse(false),
                fields.has("fixes")
                        ? fields.values("fixes", Kinds.NAME)
                        : standing.map(ProductVersion::fixes).orElse(List.of()));
    }

    private static int whole(Fields fields, String name, int least, int most, Optional<Integer> standing, int usual) {
        return fields.number(name, Kinds.whole(least, most), standing).orElse(usual);
    }
}
