package com.athento.deployment.notice.banner;

import java.time.Instant;
import java.util.Map;

/**
 * One message inside an instance.
 *
 * @param id another one for each message, so that whoever put it away sees the next one again
 * @param start when users can no longer work; the reader's browser puts it in place of {@code {when}}
 * @param before the start that users had been told of, and that no longer holds; in place of {@code {before}}
 * @param text by language
 */
record Banner(String id, String state, Instant start, Instant before, Map<String, String> text) {}
