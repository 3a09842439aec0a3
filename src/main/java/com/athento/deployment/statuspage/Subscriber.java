package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Language;

/**
 * Somebody who wants a mail with each update of a client's page.
 *
 * @param link opens the subscription, and nothing else, to whoever got one of its mails
 * @param confirmed whether the owner of the address said so
 */
public record Subscriber(long id, String clientCode, String email, Language language, String link, boolean confirmed) {}
