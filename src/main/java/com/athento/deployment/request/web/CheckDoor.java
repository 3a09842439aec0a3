package com.athento.deployment.request.web;

import com.athento.deployment.request.TriedRequest;
import com.athento.deployment.request.TriedRevision;
import java.util.HashMap;
import java.util.Map;
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

    @PostMapping("/api/requests/check")
    TriedRequest.Outlook check(@RequestBody Asked asked) {
        return asked.intervention() == null
                ? request.of(asked.answers())
                : revision.of(asked.intervention(), asked.answers());
    }
}
