package com.athento.deployment.intervention;

/**
 * One of the four types, as the table {@code deployment-type.dmn} describes it.
 *
 * @param number 1 to 4
 * @param maximumDowntime how long the instance may be unavailable, in minutes; 0 for not at all
 */
public record DeploymentType(int number, Impact impact, Frequency frequency, int maximumDowntime) {

    /** The type that the lifecycle is for. */
    private static final int OURS = 4;

    public DeploymentType {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException(
                    "deploymentType: %d is none of the types; give 1 to 4".formatted(number));
        }
        if (maximumDowntime < 0 || maximumDowntime > Window.LONGEST) {
            throw new IllegalArgumentException("maximumDowntime: %d minutes are not possible; give 0 to %d"
                    .formatted(maximumDowntime, Window.LONGEST));
        }
        if (number == OURS && maximumDowntime == 0) {
            throw new IllegalArgumentException(
                    "maximumDowntime: a deployment of type 4 needs a window; give 1 to %d".formatted(Window.LONGEST));
        }
    }

    /**
     * The longest window that a request may ask for, in minutes: what is of another type ends with the right procedure,
     * whatever it asked for.
     */
    public int longestWindow() {
        return number == OURS ? maximumDowntime : Window.LONGEST;
    }
}
