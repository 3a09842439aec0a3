package com.athento.deployment.register;

import java.util.List;

/**
 * A client that is in the register, as whoever writes to it needs it.
 *
 * @param statusKey what opens its status page
 * @param contacts whom it has named, in the order of the register file
 */
public record ClientAndPeople(Client client, String statusKey, List<Contact> contacts) {}
