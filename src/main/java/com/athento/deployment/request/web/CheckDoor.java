package com.athento.deployment.request.web;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.RightProcedure;
import com.athento.deployment.process.Fault;
import com.athento.deployment.request.TriedRequest;
import com.athento.deployment.request.TriedRequest.Outlook;
import com.athento.deployment.request.TriedRevision;
import com.athento.deployment.schedule.slots.Slot;
import com.athento.deployment.schedule.slots.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows whoever may request a deployment, or revise a request, what the check would find, and stores nothing. */
@RestController
class CheckDoor {

    private final TriedRequest request;
    private final TriedRevision revision;

    CheckDoor(TriedRequest request, TriedRevision revision) {
        this.request = request;
        this.revision = revision;
    }

    /**
     * @param intervention whose request is to be revised; absent for a new one
     * @param variables what would start a request in the engine's API, or complete its revision
     */
    record Asked(String intervention, Map<String, Answer> variables) {
        Map<String, Object> answers() {
            var answers = new HashMap<String, Object>();
            if (variables != null) {
                variables.forEach((name, answer) -> answers.put(name, answer == null ? null : answer.value));
            }
            return answers;
        }
    }

    record Answer(Object value) {}

    /**
     * Where the request would lead, for its reader; see {@link Outlook}.
     *
     * @param slots the next starts for which nothing is found about the window
     * @param noSlot why there is none
     */
    record Foreseen(
            List<Fault> faults,
            Optional<RightProcedure> rightProcedure,
            List<Finding> findings,
            boolean stops,
            List<Slot> slots,
            Optional<String> noSlot) {

        static Foreseen of(Outlook outlook, Language language) {
            return new Foreseen(
                    outlook.refused().map(refused -> refused.faults(language)).orElse(List.of()),
                    outlook.rightProcedure(),
                    outlook.findings(),
                    outlook.stops(),
                    outlook.slots().map(Slots::items).orElse(List.of()),
                    outlook.slots().flatMap(Slots::none).map(why -> why.in(language)));
        }
    }

    @PostMapping("/api/requests/check")
    Foreseen check(@RequestBody Asked asked, Locale reader) {
        return Foreseen.of(
                asked.intervention() == null
                        ? request.of(asked.answers())
                        : revision.of(asked.intervention(), asked.answers()),
                Language.of(reader));
    }
}
