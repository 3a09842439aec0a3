package com.athento.deployment.register;

/**
 * A client that is in the register.
 *
 * @param statusKey what opens its status page
 */
public record ClientAndKey(Client client, String statusKey) {}
