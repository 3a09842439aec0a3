package com.athento.deployment.overview.web;

import com.athento.deployment.schedule.freezes.Hit;
import java.time.Instant;

/**
 * A freeze that stands in the way of a window.
 *
 * @param contact whom to ask about it
 * @param start since when it holds the instance
 * @param end until when, as far as anybody knows
 * @param excepted whether an exception lets the window pass
 */
public record InTheWay(String name, String reason, String contact, Instant start, Instant end, boolean excepted) {

    static InTheWay of(Hit hit) {
        var freeze = hit.frozen().freeze();
        var during = hit.frozen().during();
        return new InTheWay(
                freeze.name(), freeze.reason(), freeze.contact(), during.start(), during.end(), hit.excepted());
    }
}
