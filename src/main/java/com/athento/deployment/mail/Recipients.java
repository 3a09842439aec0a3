package com.athento.deployment.mail;

import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.Team;
import java.util.Optional;

/** Who gets a mail, as the model names them. */
enum Recipients {
    /**
     * The client's contact, with the deputies in copy; each by a mail of their own where it carries a personal link.
     */
    CONTACT(Reader.CONTACT),
    /** The contact and deputies, exactly as they had been told before; nobody otherwise. */
    INFORMED_CONTACT(Reader.CONTACT),
    /** The end users, where the plan tells them by e-mail, and whoever was told by e-mail before. */
    END_USERS(Reader.END_USERS),
    /** The end users, exactly as they had been told before; nobody otherwise. */
    INFORMED_END_USERS(Reader.END_USERS),
    /** The end users, unless they know exactly this window already. */
    UNINFORMED_END_USERS(Reader.END_USERS),
    /** The client's project team, who get the official end. */
    PROJECT_TEAM(Reader.PROJECT_TEAM),
    /** Who works on the agreed window: the requester, systems, QA and support, in one mail. */
    COLLEAGUES(Reader.COLLEAGUES),
    /** These colleagues, exactly as they had been told before; nobody otherwise. */
    INFORMED_COLLEAGUES(Reader.COLLEAGUES),
    /** Who answers for it: the managers, project, product and the requester, in one mail. */
    RESPONSIBLE(Reader.STAFF),
    /** Who requested the intervention, unless they ended it themselves. */
    REQUESTER(Reader.STAFF),
    PRODUCT(Reader.STAFF),
    PROJECT(Reader.STAFF),
    SUPPORT(Reader.STAFF),
    SYSTEMS(Reader.STAFF),
    QA(Reader.STAFF),
    MANAGERS(Reader.STAFF);

    /** Whose eyes read it: that decides the language, and what they know already. */
    enum Reader {
        CONTACT,
        END_USERS,
        PROJECT_TEAM,
        /** Those who have the window in their calendar, besides what staff is told otherwise. */
        COLLEAGUES,
        STAFF
    }

    private final Reader reader;

    Recipients(Reader reader) {
        this.reader = reader;
    }

    Reader reader() {
        return reader;
    }

    boolean atClient() {
        return reader != Reader.STAFF && reader != Reader.COLLEAGUES;
    }

    /** The team that it is, if it is one. */
    Optional<Team> team() {
        return new Choice<>(Team.class).find(name());
    }
}
