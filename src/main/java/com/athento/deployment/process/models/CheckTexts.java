package com.athento.deployment.process.models;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whatever a model shows to people stands in every language, and in English as the model has it: what Modeler draws is
 * what is shown. Nothing stands there that no model shows.
 */
class CheckTexts {

    /** What no element of a model says. */
    private static final Set<String> OTHERS = Set.of("filter.", "form.");

    private final Map<Language, Map<String, String>> texts;

    /** @param texts of each language, by their names */
    CheckTexts(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    static CheckTexts ofThisBuild() {
        var texts = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            texts.put(language, new ModelWords(language).all());
        }
        return new CheckTexts(texts);
    }

    /** @return sentences, each with file, element, what is wrong and what would be right */
    List<String> faults(Models models) {
        var faults = new ArrayList<String>();
        var shown = new TreeMap<String, String>();
        models.files().forEach((file, content) -> {
            if (Models.isXml(file)) {
                ShownTexts.each(Models.parse(content), text -> check(file, text, shown, faults));
            }
        });
        texts.forEach((language, known) -> known.keySet().stream()
                .filter(key -> OTHERS.stream().noneMatch(key::startsWith))
                .filter(key -> !shown.containsKey(key))
                .forEach(
                        key -> faults.add("bpmn/%s: no element of a model says '%s'; remove the line, or correct the id"
                                .formatted(file(language), key))));
        checkOthers(faults);
        return faults;
    }

    private void check(String file, ShownTexts.Shown found, Map<String, String> shown, List<String> faults) {
        var key = found.key();
        var text = found.text();
        var place = "%s, %s".formatted(file, CheckDiagram.place(found.element()));
        var before = shown.putIfAbsent(key, text);
        if (before != null && !before.equals(text)) {
            faults.add("%s: another model has the same id and says '%s', not '%s'; give one of them another id"
                    .formatted(place, before, text));
            return;
        }
        for (var language : Language.values()) {
            var said = texts.get(language).get(key);
            if (said == null || said.isBlank()) {
                faults.add("%s: bpmn/%s does not say it; add a line %s=%s"
                        .formatted(place, file(language), key, language == Language.EN ? text : "…"));
            } else if (language == Language.EN && !said.equals(text)) {
                faults.add("%s: the model says '%s', bpmn/%s says '%s' under %s; write the same in both"
                        .formatted(place, text, file(language), said, key));
            }
        }
    }

    /** Of lists and forms, what stands in one language stands in all. */
    private void checkOthers(List<String> faults) {
        var all = new TreeSet<String>();
        texts.values().forEach(known -> all.addAll(known.keySet()));
        all.removeIf(key -> OTHERS.stream().noneMatch(key::startsWith));
        for (var language : Language.values()) {
            all.stream()
                    .filter(key -> texts.get(language).getOrDefault(key, "").isBlank())
                    .forEach(key -> faults.add("bpmn/%s has no line %s=…, which another language has; add it"
                            .formatted(file(language), key)));
        }
    }

    private static String file(Language language) {
        return "texts_%s.properties".formatted(language.code());
    }
}
