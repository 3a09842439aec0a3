package com.athento.deployment.intervention;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The groups of the vendor's staff; each is a candidate group in the model under its {@link #id()}. */
public enum Team {
    PRODUCT,
    PROJECT,
    SUPPORT,
    SYSTEMS,
    QA,
    MANAGERS;

    /** The group's id in the engine, for instance {@code product}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its id; nothing for a group that is no team. */
    public static Optional<Team> find(String id) {
        return Stream.of(values()).filter(team -> team.id().equals(id)).findFirst();
    }

    /** Whether it requests deployments. */
    public boolean requests() {
        return this == PRODUCT || this == PROJECT || this == SUPPORT;
    }

    /** Whether tasks wait for it; managers watch, and step in. */
    public boolean works() {
        return this != MANAGERS;
    }
}
