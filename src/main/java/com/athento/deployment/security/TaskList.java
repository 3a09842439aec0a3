package com.athento.deployment.security;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list of Tasklist's.
 *
 * @param id under which {@code bpmn/texts_en.properties} and its like name and describe it, behind {@code filter.}
 * @param priority where it stands among the others, from above
 */
record TaskList(String id, String colour, int priority, TaskQuery query) {

    String name(ModelWords words) {
        return words.label("filter." + id, null);
    }

    String description(ModelWords words) {
        return words.documentation("filter." + id, null);
    }

    /** What it may be called by now: the installation's language can be another one since. */
    Stream<String> names() {
        return Arrays.stream(Language.values()).map(language -> name(new ModelWords(language)));
    }
}
