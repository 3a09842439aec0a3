package com.athento.deployment.schedule.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.schedule.slots.AskedSlots;
import com.athento.deployment.schedule.slots.AskedSlots.Question;
import com.athento.deployment.schedule.slots.Slot;
import com.athento.deployment.schedule.slots.Slots;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says when an intervention would be possible next. */
@RestController
class SlotsDoor {

    private final AskedSlots slots;

    SlotsDoor(AskedSlots slots) {
        this.slots = slots;
    }

    @GetMapping("/api/slots")
    Answer slots(Question question, Locale reader) {
        return Answer.of(slots.of(question), Language.of(reader));
    }

    /** @param reason why there is none; null where there are some */
    record Answer(List<Slot> slots, String reason) {

        static Answer of(Slots slots, Language language) {
            return new Answer(
                    slots.items(), slots.none().map(why -> why.in(language)).orElse(null));
        }
    }
}
