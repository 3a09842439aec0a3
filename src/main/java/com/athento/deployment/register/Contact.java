package com.athento.deployment.register;

import java.util.List;
import java.util.Optional;

/**
 * Somebody at the client's whom a mail may reach.
 *
 * @param phone where staff may call them, with the country's code, such as {@code +34 600 111 222}
 */
public record Contact(String name, String email, Role role, Optional<String> phone) {

    /**
     * What will go wrong with these, as long as nobody adds one.
     *
     * @param contacts all of a client's
     */
    public static List<String> warnings(String clientCode, List<Contact> contacts) {
        return contacts.stream().anyMatch(contact -> contact.role() == Role.CONTACT)
                ? List.of()
                : List.of("%s has no contact, so nobody can be asked for consent; add one with role CONTACT"
                        .formatted(clientCode));
    }

    /** Whether this one is asked for the client's consent. */
    public boolean mayAnswer() {
        return role == Role.CONTACT || role == Role.DEPUTY;
    }

    /** What the client named them for. */
    public enum Role {
        /** The interlocutor, who answers for the client. */
        CONTACT,
        /** Stands in for the interlocutor, and gets the same mails. */
        DEPUTY,
        /** Gets the closing mail. */
        PROJECT_TEAM,
        /** Those who work with the instance, or a distribution list of them. */
        END_USERS
    }
}
