package com.athento.deployment.record;

import com.athento.deployment.intervention.Phase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final String IN_KEY = "i.intervention_key like :text escape '!'";

    /** Which clients are meant. */
    static final String CLIENTS =
            "select code from client where code like :text escape '!' or upper(name) like :text escape '!'";

    /** More than that are looked up by the database, for whoever names none. */
    static final int FEW_CLIENTS = 20;

    private static final String OF_CLIENT = "i.client_code in (" + CLIENTS + ")";

    /** Whether any of them may be running. */
    boolean running() {
        return phases.isEmpty() || phases.stream().anyMatch(RUNNING::contains);
    }

    /** Whether all of them are running. */
    boolean onlyRunning() {
        return !phases.isEmpty() && RUNNING.containsAll(phases);
    }

    /** Whether all that have ended are wanted, and nothing else. */
    boolean allEnded() {
        return phases.equals(EnumSet.of(Phase.ENDED)) && !given(instance) && !byDay() && !searched();
    }

    boolean searched() {
        return given(text);
    }

    boolean byDay() {
        return from != null || to != null;
    }

    /**
     * When windows of these days begin, in SQL, for an index in the order of their starts. By no clock does a day begin
     * farther than 14 hours from where it does in UTC.
     */
    String starts() {
        return Stream.of(
                        from == null ? "" : "i.window_start >= :earliest", to == null ? "" : "i.window_start < :latest")
                .filter(Selection::given)
                .collect(Collectors.joining(" and "));
    }

    /** The condition in SQL, with {@link #parameters()}. */
    String condition() {
        return condition(searched() ? "(" + IN_KEY + " or " + OF_CLIENT + ")" : "", "");
    }

    /**
     * The conditions in SQL, with {@link #parameters()}, one of which must hold: several where no index has them
     * together.
     *
     * @param clients codes of the first {@link #CLIENTS}, one more than {@link #FEW_CLIENTS}; as {@code :clients}
     * @param further another one that must hold with each; empty for none
     */
    List<String> conditions(List<String> clients, String further) {
        if (!searched()) {
            return List.of(condition("", further));
        }
        var inKey = condition(IN_KEY, further);
        return clients.isEmpty()
                ? List.of(inKey)
                : List.of(
                        inKey,
                        condition(clients.size() > FEW_CLIENTS ? OF_CLIENT : "i.client_code in (:clients)", further));
    }

    private String condition(String searched, String further) {
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
        if (given(searched)) {
            all.add(searched);
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
        all.put(
                "earliest",
                from == null ? null : from.minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
        all.put("latest", to == null ? null : to.plusDays(2).atStartOfDay().atOffset(ZoneOffset.UTC));
        all.put("text", searched() ? "%" + literally(text.strip()) + "%" : null);
        return all;
    }

    private static String literally(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
