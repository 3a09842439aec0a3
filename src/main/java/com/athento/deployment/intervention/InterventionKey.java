package com.athento.deployment.intervention;

import java.time.Year;

/**
 * The business key of an intervention, for instance {@code INT-2026-0042-ACME-PRO}.
 *
 * @param text all that Cockpit's list shows of an intervention, hence the instance in it
 */
public record InterventionKey(String text) {

    /**
     * @param year when the request was submitted
     * @param number never used before; four digits at least
     * @param instance the instance's code
     */
    public static InterventionKey of(Year year, long number, String instance) {
        return new InterventionKey("INT-%d-%04d-%s".formatted(year.getValue(), number, instance));
    }

    /** The instance's code. */
    public String instance() {
        return text.replaceFirst("INT-\\d+-\\d+-", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
