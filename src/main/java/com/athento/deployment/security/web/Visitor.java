package com.athento.deployment.security.web;

import java.util.Set;

/**
 * Who looks at a page, and which doors they see.
 *
 * @param name the account
 * @param groups the engine's groups that the account is in
 */
public record Visitor(String name, Set<String> groups) {

    private static final Set<String> REQUESTING = Set.of("product", "project", "support");

    private static final Set<String> WORKING = Set.of("product", "project", "support", "systems", "qa");

    /** Whether they may start an intervention. */
    public boolean requests() {
        return groups.stream().anyMatch(REQUESTING::contains);
    }

    /** Whether tasks may wait for them. */
    public boolean works() {
        return groups.stream().anyMatch(WORKING::contains);
    }

    /** Whether they may watch running interventions in Cockpit. */
    public boolean watches() {
        return groups.contains("managers") || admin();
    }

    public boolean admin() {
        return groups.contains("admins") || groups.contains("camunda-admin");
    }
}
