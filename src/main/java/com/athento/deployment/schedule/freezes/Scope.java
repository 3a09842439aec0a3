package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Environment;
import java.util.Set;

/**
 * What a freeze holds: whatever one of these names.
 *
 * @param everything every instance there is, the vendor's own ones included
 * @param clients codes of clients: all of their instances
 * @param instances codes of instances
 */
public record Scope(boolean everything, Set<Environment> environments, Set<String> clients, Set<String> instances) {

    public static final Scope EVERYTHING = new Scope(true, Set.of(), Set.of(), Set.of());

    public Scope {
        environments = Set.copyOf(environments);
        clients = Set.copyOf(clients);
        instances = Set.copyOf(instances);
    }

    /** Whether it is named so that the vendor's clock says when. */
    boolean holdsByVendorsClock(Place place) {
        return everything || place.environment().filter(environments::contains).isPresent();
    }

    /** Whether it is named so that the client's clock says when. */
    boolean holdsByClientsClock(Place place) {
        return clients.contains(place.client()) || instances.contains(place.instance());
    }

    boolean isNothing() {
        return !everything && environments.isEmpty() && clients.isEmpty() && instances.isEmpty();
    }

    /** Whether the vendor's clock matters to it at all. */
    boolean hasVendorsPart() {
        return everything || !environments.isEmpty();
    }

    /** Whether all that the other one names is named here; what follows from everything is not looked at. */
    boolean contains(Scope other) {
        return (everything || !other.everything)
                && environments.containsAll(other.environments)
                && clients.containsAll(other.clients)
                && instances.containsAll(other.instances);
    }
}
