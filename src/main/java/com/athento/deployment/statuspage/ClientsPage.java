package com.athento.deployment.statuspage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A page of the client's own, kept by somebody else, where agreed windows are shown, too. */
public interface ClientsPage {

    /** Whether this client has one that we may write to. */
    boolean of(String clientCode);

    /**
     * Shows a window; whatever fails is said in a sentence for operators, and tried again.
     *
     * @param id what the page called it before; empty the first time
     * @return what the page calls it
     */
    String show(Optional<String> id, Entry entry);

    /** Takes it back; one that is gone already is fine. */
    void takeBack(String id);

    /**
     * What is shown.
     *
     * @param zone in which the client reads times
     */
    record Entry(String clientCode, String name, String description, Instant start, Instant end, ZoneId zone) {}
}
