package com.athento.deployment.request.web;

import com.athento.deployment.request.TriedRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows whoever may request a deployment what the check would find, and stores nothing. */
@RestController
class CheckDoor {

    private final TriedRequest tried;

    CheckDoor(TriedRequest tried) {
        this.tried = tried;
    }

    /** What would start a request in the engine's API. */
    record Asked(Map<String, Answer> variables) {
        Map<String, Object> answers() {
            var answers = new HashMap<String, Object>();
            if (variables != null) {
                variables.forEach(
                        (name, answer) -> answers.put(name, answer == null ? null : answer.value));
            }
            return answers;
        }
    }

    record Answer(Object value) {}

    @PostMapping("/api/requests/check")
    TriedRequest.Outlook check(@RequestBody Asked asked) {
        return tried.of(asked.answers());
    }
}
