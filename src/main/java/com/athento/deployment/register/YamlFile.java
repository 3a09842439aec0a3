package com.athento.deployment.register;

import com.athento.deployment.intervention.Sentence;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as it was written, each value with its line; nothing is made of it by itself. */
final class YamlFile {

    /** Deeper than any register; a file that refers to itself ends here. */
    private static final int DEEPEST = 10;

    private final Faults faults;

    private YamlFile(Faults faults) {
        this.faults = faults;
    }

    /** What stands in it, unless it is no YAML or empty, which is a fault. */
    static Optional<Written> read(Reader yaml, Faults faults) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(yaml);
            if (root == null) {
                faults.add("line 1", Sentence.of("refused.register.empty"));
            }
            return Optional.ofNullable(root).map(node -> new YamlFile(faults).written(node, 0));
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            faults.add(
                    mark == null ? "" : "line " + (mark.getLine() + 1),
                    Sentence.of("refused.register.no-yaml", broken.getProblem()));
        } catch (YAMLException broken) {
            faults.add(
                    "",
                    Sentence.of(
                            "refused.register.no-yaml",
                            broken.getMessage().lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    private Written written(Node node, int depth) {
        var place = "line " + (node.getStartMark().getLine() + 1);
        if (depth > DEEPEST) {
            faults.add(place, Sentence.of("refused.register.too-deep"));
            return Written.nothing(place);
        }
        if (node instanceof MappingNode mapping) {
            return entries(place, mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return Written.items(
                    place,
                    sequence.getValue().stream()
                            .map(item -> written(item, depth + 1))
                            .toList());
        }
        return Tag.NULL.equals(node.getTag())
                ? Written.nothing(place)
                : Written.text(place, ((ScalarNode) node).getValue());
    }

    private Written entries(String place, MappingNode mapping, int depth) {
        var entries = new LinkedHashMap<String, Written>();
        for (var tuple : mapping.getValue()) {
            var line = "line " + (tuple.getKeyNode().getStartMark().getLine() + 1);
            var name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (entries.put(name, written(tuple.getValueNode(), depth + 1)) != null) {
                faults.add(line, Sentence.of("refused.register.written-twice", name));
            }
        }
        return Written.entries(place, entries);
    }
}
