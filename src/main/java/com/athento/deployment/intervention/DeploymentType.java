package com.athento.deployment.intervention;

/**
 * One of the four types, as the table {@code deployment-type.dmn} describes it.
 *
 * @param number 1 to 4
 * @param maximumDowntime how long the instance may be unavailable, in minutes; 0 for not at all
 */
public record DeploymentType(int number, Impact impact, Frequency frequency, int maximumDowntime) {

    public DeploymentType {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException(
                    "deploymentType: %d is none of the types; give 1 to 4".formatted(number));
        }
        if (maximumDowntime < 0 || maximumDowntime > Window.LONGEST) {
            throw new IllegalArgumentException(
                    "maximumDowntime: %d minutes are not possible; give 0 to %d"
                            .formatted(maximumDowntime, Window.LONGEST));
        }
    }
}
