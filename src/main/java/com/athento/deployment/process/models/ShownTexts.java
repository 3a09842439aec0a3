package com.athento.deployment.process.models;

import com.athento.deployment.intervention.ModelWords;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a diagram or a table shows to people: labels and descriptions of its elements. */
public final class ShownTexts {

    /** Named for machines. */
    private static final Set<String> CODES =
            Set.of("definitions", "error", "escalation", "message", "signal", "variable");

    private ShownTexts() {}

    /**
     * One of them.
     *
     * @param element whose it is
     * @param key under which {@link ModelWords} has it
     * @param text in one line
     * @param place where it stands
     */
    record Shown(Element element, String key, String text, Node place) {}

    static void each(Element root, Consumer<Shown> visit) {
        CheckDiagram.each(root, element -> {
            if (element.hasAttribute("id") && element.getNamespaceURI().contains("/MODEL")) {
                label(element).ifPresent(place -> visit(element, "", place, visit));
                inner(element, "documentation")
                        .or(() -> inner(element, "description"))
                        .ifPresent(place -> visit(element, ".documentation", place, visit));
            }
        });
    }

    /**
     * The same diagram or table in the words of a language; the same text, if they are its own already.
     *
     * @throws IllegalArgumentException if it is no XML
     */
    public static String in(ModelWords words, String xml) {
        var root = Models.parse(xml.getBytes(StandardCharsets.UTF_8));
        var changed = new HashMap<String, Shown>();
        each(root, shown -> {
            var said = words.label(shown.key(), shown.text());
            if (!said.equals(shown.text())) {
                shown.place().setTextContent(said);
                changed.put(shown.key(), shown);
            }
        });
        CheckDiagram.each(root, drawn -> {
            var shown = changed.get(drawn.getAttribute("bpmnElement"));
            if (shown != null) {
                LabelRoom.fit(drawn, shown.place().getTextContent());
            }
        });
        return changed.isEmpty() ? xml : written(root);
    }

    private static void visit(Element element, String kind, Node place, Consumer<Shown> visit) {
        var text = place.getTextContent().replaceAll("\\s+", " ").strip();
        if (!text.isEmpty()) {
            visit.accept(new Shown(element, element.getAttribute("id") + kind, text, place));
        }
    }

    private static Optional<Node> label(Element element) {
        if (CODES.contains(element.getLocalName())) {
            return Optional.empty();
        }
        return switch (element.getLocalName()) {
            case "textAnnotation" -> inner(element, "text");
            case "categoryValue" -> Optional.ofNullable(element.getAttributeNode("value"));
            case "input", "output" -> Optional.ofNullable(element.getAttributeNode("label"));
            default -> Optional.ofNullable(element.getAttributeNode("name"));
        };
    }

    private static Optional<Node> inner(Element element, String kind) {
        return CheckDiagram.children(element, kind).findFirst().map(Node.class::cast);
    }

    private static String written(Element root) {
        try {
            var factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var text = new StringWriter();
            factory.newTransformer().transform(new DOMSource(root.getOwnerDocument()), new StreamResult(text));
            return text.toString();
        } catch (TransformerException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
