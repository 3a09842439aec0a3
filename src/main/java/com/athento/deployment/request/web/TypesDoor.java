package com.athento.deployment.request.web;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.Frequency;
import com.athento.deployment.intervention.Impact;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.models.DeploymentTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever chooses or reads a kind of change what the table says about it. */
@RestController
class TypesDoor {

    private final DeploymentTypes types;

    TypesDoor(DeploymentTypes types) {
        this.types = types;
    }

    /** @param process the id of the model whose table is asked for; without it the newest */
    @GetMapping("/api/deployment-types")
    List<Answer> types(@RequestParam(required = false) String process) {
        var table = process == null ? types.newest() : types.all(process).orElseThrow(() -> unknown(process));
        return table.entrySet().stream()
                .map(entry -> Answer.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Refused unknown(String process) {
        return new Refused(Refused.Reason.UNKNOWN, "refused.process.unknown", PlainText.quoted(process));
    }

    /**
     * A kind of change.
     *
     * @param maximumDowntime in minutes
     * @param says the same in words, by language
     */
    record Answer(
            ChangeKind changeKind,
            int type,
            Impact impact,
            Frequency frequency,
            int maximumDowntime,
            Map<String, String> says) {

        static Answer of(ChangeKind kind, DeploymentType type) {
            return new Answer(
                    kind,
                    type.number(),
                    type.impact(),
                    type.frequency(),
                    type.maximumDowntime(),
                    Arrays.stream(Language.values())
                            .collect(Collectors.toMap(Language::code, language -> new Words(language).type(type))));
        }
    }
}
