package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Said;
import com.athento.deployment.schedule.ClientTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Starts for which the check would find nothing about the window, as far as can be seen now.
 *
 * @param next in order
 * @param none why there is none; present exactly where there is none
 */
public record Slots(List<ClientTime> next, Optional<Said> none) {

    static Slots none(Said why) {
        return new Slots(List.of(), Optional.of(why));
    }

    public List<Slot> items() {
        return next.stream().map(Slot::of).toList();
    }

    /** As a sentence names them: {@code 2027-01-15 22:00, 2027-01-16 22:00 (Europe/Madrid)}. */
    public String text() {
        return next.isEmpty()
                ? ""
                : next.stream().map(slot -> slot.text().replace('T', ' ')).collect(Collectors.joining(", "))
                        + " (%s)".formatted(next.get(0).zone());
    }
}
