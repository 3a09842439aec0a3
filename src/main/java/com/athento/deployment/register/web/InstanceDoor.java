package com.athento.deployment.register.web;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.KeepRegister;
import com.athento.deployment.register.Register;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/instances}. */
@RestController
class InstanceDoor {

    private final Register register;
    private final KeepRegister keep;

    InstanceDoor(Register register, KeepRegister keep) {
        this.register = register;
        this.keep = keep;
    }

    @GetMapping("/api/instances")
    List<Answer> instances() {
        return register.instances().stream().map(Answer::of).toList();
    }

    @PutMapping("/api/instances/{code}")
    Answer put(@PathVariable String code, @RequestBody JsonNode json) {
        keep.instance(code, json);
        return Answer.of(register.instance(code).orElseThrow());
    }

    /** An instance; what nobody knows is null. */
    record Answer(
            String code,
            String client,
            Environment environment,
            Instance.Line line,
            String version,
            LocalDate lastUpdate,
            String url,
            int noticeHours,
            int supportHours,
            int rollbackMinutes) {

        static Answer of(Instance instance) {
            return new Answer(
                    instance.code(),
                    instance.clientCode(),
                    instance.environment(),
                    instance.line(),
                    instance.version().text(),
                    instance.lastUpdate().orElse(null),
                    instance.url().orElse(null),
                    instance.noticeHours(),
                    instance.supportHours(),
                    instance.rollbackMinutes());
        }
    }
}
