package com.athento.deployment.intervention;

import java.util.List;

/**
 * Who gave the client's answer. A personal link may be passed on, and whoever holds it answers for the one whom it was
 * sent to; so both are known.
 *
 * @param name who says to have answered
 * @param linkOf whose link it was: several where they share an address; empty where nobody's was used
 */
public record Answerer(String name, List<String> linkOf) {

    /** As they are kept, one a line; none for null. */
    public static List<String> names(String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }

    /** Whether somebody else answered than the link was sent to. */
    public boolean isInstead() {
        return !linkOf.isEmpty() && linkOf.stream().noneMatch(name.strip()::equalsIgnoreCase);
    }

    /** The names of all whom the link was sent to. */
    public String holder() {
        return String.join(" / ", linkOf);
    }

    /** For a reader: the name, and with whose link where that is another one. */
    public String in(Words words) {
        return isInstead() ? words.of("answerer.instead", name, holder()) : name;
    }
}
