package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Said;
import com.athento.deployment.intervention.Words;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why there is no slot: "of the next 90 days 87 lie outside the maintenance windows, 3 are frozen by Year end".
 *
 * @param days that were looked through
 * @param taken how many of them each rule takes, in the order in which they are said
 */
public record NoSlot(int days, Map<Obstacle, Integer> taken) implements Said {

    @Override
    public String in(Language language) {
        var words = new Words(language);
        return words.of(
                "slots.none",
                days,
                taken.entrySet().stream()
                        .map(one -> words.of(
                                "slots.none." + one.getKey().rule(),
                                one.getValue(),
                                one.getKey().name()))
                        .collect(Collectors.joining(", ")));
    }
}
