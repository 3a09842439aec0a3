package com.athento.deployment.record;

import com.athento.deployment.intervention.Phase;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Which interventions are wanted.
 *
 * @param phases in one of which they are; empty for any
 * @param instance code of the instance; null for any
 * @param from first day of the window on the client's calendar; null for no bound
 * @param to last such day; null for no bound
 * @param text part of the key, or of the client's code or name; null or blank for any
 */
public record Selection(Set<Phase> phases, String instance, LocalDate from, LocalDate to, String text) {

    public static final Set<Phase> RUNNING = EnumSet.complementOf(EnumSet.of(Phase.ENDED));

    /** Whether any of them may be running. */
    boolean running() {
        return phases.isEmpty() || phases.stream().anyMatch(RUNNING::contains);
    }

    /** The condition in SQL, with {@link #parameters()}. */
    String condition() {
        return condition("");
    }

    /**
     * The condition in SQL, with {@link #parameters()}.
     *
     * @param further another one that must hold, too; empty for none
     */
    String condition(String further) {
        var all = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        if (!phases.isEmpty()) {
            // As literals: a plan that is made for any phase would read the ended ones, too.
            all.add(phases.stream()
                    .map(phase -> "'" + phase.name() + "'")
                    .collect(Collectors.joining(", ", "i.phase in (", ")")));
        }
        if (given(instance)) {
            all.add("i.instance_code = :instance");
        }
        if (from != null) {
            all.add("i.window_day >= :from");
        }
        if (to != null) {
            all.add("i.window_day <= :to");
        }
        if (given(text)) {
            all.add("(i.intervention_key like :text escape '!' or i.client_code in"
                    + " (select code from client where code like :text escape '!'"
                    + " or upper(name) like :text escape '!'))");
        }
        if (given(further)) {
            all.add(further);
        }
        return all.toString();
    }

    Map<String, Object> parameters() {
        var all = new LinkedHashMap<String, Object>();
        all.put("instance", instance);
        all.put("from", from);
        all.put("to", to);
        all.put("text", given(text) ? "%" + literally(text.strip()) + "%" : null);
        return all;
    }

    private static String literally(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
