package com.athento.deployment.intervention;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Somebody of ours, and what their groups let them do.
 *
 * @param account the login
 * @param groups ids of the engine's groups that the account is in
 */
public record Person(String account, Set<String> groups) {

    /** Our own group of admins, beside the engine's. */
    public static final String OUR_ADMINS = "admins";

    /** Whoever is in one of these groups may do all that the engine can. */
    public static final Set<String> ADMINS = Set.of(OUR_ADMINS, "camunda-admin");

    public boolean isIn(Team... teams) {
        return Arrays.stream(teams).map(Team::id).anyMatch(groups::contains);
    }

    private boolean isInOneThat(Predicate<Team> can) {
        return isIn(Arrays.stream(Team.values()).filter(can).toArray(Team[]::new));
    }

    /** Whether they may start an intervention. */
    public boolean requests() {
        return isInOneThat(Team::requests);
    }

    /** Whether tasks may wait for them. */
    public boolean works() {
        return isInOneThat(Team::works);
    }

    /** Whether they may watch running interventions in Cockpit. */
    public boolean watches() {
        return isIn(Team.MANAGERS) || isAdmin();
    }

    public boolean isAdmin() {
        return groups.stream().anyMatch(ADMINS::contains);
    }

    /** Whether they asked for an intervention, or decide beside who did. */
    public boolean mayChange(String requester) {
        return account.equals(requester) || isIn(Team.PROJECT, Team.MANAGERS);
    }
}
