package com.athento.deployment.process.models;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * A designer's slip is found when the models are deployed, not when somebody stands in the step that it is in. All that
 * the models read, compare, call and decide is tried beforehand.
 */
@Component
class CheckModels {

    private final ListableBeanFactory beans;
    private final CheckTables tables;

    CheckModels(ListableBeanFactory beans, List<ReadsTable> readers) {
        this.beans = beans;
        // As the process engine's own, which only works inside of it.
        this.tables = new CheckTables(
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine(), readers);
    }

    /** @return sentences, each with file, element, what is wrong and what would be right */
    List<String> faults(Models models) {
        var faults = new ArrayList<String>();
        var parsed = new TreeMap<String, Element>();
        models.files().forEach((name, content) -> {
            if (Models.isXml(name)) {
                try {
                    parsed.put(name, Models.parse(content));
                } catch (IllegalArgumentException broken) {
                    faults.add("%s: %s".formatted(name, broken.getMessage()));
                }
            }
        });
        var diagrams = new CheckDiagram(beans, models.files().keySet(), models.ids("decision"));
        models.files()
                .forEach((name, content) -> faults(name, content, parsed.get(name), diagrams)
                        .forEach(fault -> faults.add("%s, %s".formatted(name, fault))));
        return faults;
    }

    private List<String> faults(String name, byte[] content, Element parsed, CheckDiagram diagrams) {
        if (name.endsWith(".html")) {
            return CheckForms.faults(content);
        } else if (parsed == null) {
            return List.of();
        }
        return name.endsWith(".bpmn") ? diagrams.faults(parsed) : tables.faults(content);
    }
}
