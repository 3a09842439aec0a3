package com.athento.deployment.register;

/** Somebody at the client's whom a mail may reach. */
public record Contact(String name, String email, Role role) {

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
