package com.athento.deployment.mail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of one SMTP conversation.
 *
 * @param accepted addresses that the server took the mail for
 * @param refused addresses that it will never take it for (5xx), with its words
 * @param deferred addresses that it did not take it for now (4xx), with its words
 * @param trouble what is wrong with the server or the connection, if it is not about addresses
 */
record Delivery(
        Set<String> accepted,
        Map<String, String> refused,
        Map<String, String> deferred,
        Optional<String> trouble) {

    static Delivery done(Set<String> accepted) {
        return new Delivery(accepted, Map.of(), Map.of(), Optional.empty());
    }
}
