package com.athento.deployment.mail;

import com.athento.deployment.register.Contact;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Whom the client has named, and for what. */
record ClientsPeople(Supplier<List<Contact>> contacts) {

    /** The addresses for a role. */
    List<String> at(Contact.Role role) {
        return contacts.get().stream()
                .filter(contact -> contact.role() == role)
                .map(ClientsPeople::address)
                .toList();
    }

    /** Who may answer for the client, as the register calls them. */
    List<String> whoMayAnswer() {
        return whoMayAnswer(contact -> true);
    }

    /** Who may answer with the link that goes to this address. */
    List<String> whoMayAnswer(Envelope envelope) {
        return whoMayAnswer(contact -> envelope.reaches(address(contact)));
    }

    private List<String> whoMayAnswer(Predicate<Contact> these) {
        return contacts.get().stream()
                .filter(Contact::mayAnswer)
                .filter(these)
                .map(Contact::name)
                .distinct()
                .toList();
    }

    private static String address(Contact contact) {
        return contact.email().replaceAll("\\s", "");
    }
}
