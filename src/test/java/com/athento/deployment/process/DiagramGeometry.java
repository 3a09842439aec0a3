package com.athento.deployment.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What the eye minds in a drawn model, read from its diagram interchange: things not drawn, flows that are slanted,
 * cross each other or run through a box, boxes and labels that overlap.
 */
final class DiagramGeometry {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String POINTS = "http://www.omg.org/spec/DD/20100524/DI";

    /** What has an id, but no picture of its own. */
    private static final List<String> INVISIBLE =
            List.of("process", "collaboration", "category", "categoryValue", "text");

    /** The arrow's head, in units of the diagram. */
    private static final double SHORTEST_ARROW = 10;

    record Point(double x, double y) {}

    record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Box other) {
            return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
        }

        double middleX() {
            return (left + right) / 2;
        }

        double middleY() {
            return (top + bottom) / 2;
        }
    }

    /** One straight piece of a flow. */
    record Stretch(Point from, Point to) {
        boolean slanted() {
            return from.x != to.x && from.y != to.y;
        }

        double length() {
            return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
        }

        Box box() {
            return new Box(
                    Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y));
        }

        boolean meets(Stretch other) {
            var a = box();
            var b = other.box();
            return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
        }

        boolean runsThrough(Box box) {
            var mine = box();
            return mine.left < box.right && box.left < mine.right && mine.top < box.bottom && box.top < mine.bottom;
        }
    }

    record Edge(String id, String source, String target, List<Stretch> stretches) {}

    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, Box> shapes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final Map<String, Box> labels = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private DiagramGeometry() {}

    /**
     * Reads a model and judges its picture.
     *
     * @return one sentence for each fault; none if the picture is right
     */
    static List<String> faults(Path model) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var geometry = new DiagramGeometry();
        geometry.read(factory.newDocumentBuilder().parse(model.toFile()).getDocumentElement());
        geometry.judge();
        return geometry.faults;
    }

    private void read(Element root) {
        for (var element : below(root)) {
            if (MODEL.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
                elements.put(element.getAttribute("id"), element);
            }
        }
        for (var drawn : below(root)) {
            if (!DRAWING.equals(drawn.getNamespaceURI())) {
                continue;
            }
            var id = drawn.getAttribute("bpmnElement");
            switch (drawn.getLocalName()) {
                case "BPMNShape" -> {
                    if (shapes.put(id, box(child(drawn, BOUNDS, "Bounds"))) != null) {
                        faults.add(id + " is drawn twice");
                    }
                    readLabel(id, drawn);
                }
                case "BPMNEdge" -> {
                    edges.put(id, edge(id, drawn));
                    readLabel(id, drawn);
                }
                default -> {}
            }
        }
    }

    private void readLabel(String id, Element drawn) {
        var label = child(drawn, DRAWING, "BPMNLabel");
        var bounds = label == null ? null : child(label, BOUNDS, "Bounds");
        if (bounds != null) {
            labels.put(id, box(bounds));
        }
    }

    private Edge edge(String id, Element drawn) {
        var points = new ArrayList<Point>();
        for (var element : below(drawn)) {
            if (POINTS.equals(element.getNamespaceURI()) && "waypoint".equals(element.getLocalName())) {
                points.add(new Point(number(element, "x"), number(element, "y")));
            }
        }
        var stretches = new ArrayList<Stretch>();
        for (int i = 1; i < points.size(); i++) {
            stretches.add(new Stretch(points.get(i - 1), points.get(i)));
        }
        var flow = elements.get(id);
        return new Edge(id, flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"), stretches);
    }

    private void judge() {
        everythingIsDrawn();
        if (!faults.isEmpty()) {
            return;
        }
        flowsAreStraight();
        flowsStartAndEndAtTheirShapes();
        flowsKeepOffBoxes();
        flowsDoNotMeet();
        boxesStandApart();
        labelsStandFree();
    }

    private void everythingIsDrawn() {
        elements.forEach((id, element) -> {
            var kind = element.getLocalName();
            var visible = !INVISIBLE.contains(kind)
                    && !element.getParentNode().getLocalName().equals("definitions")
                    && !kind.endsWith("EventDefinition");
            if (visible && !shapes.containsKey(id) && !edges.containsKey(id)) {
                faults.add(id + " is not drawn");
            }
        });
    }

    private void flowsAreStraight() {
        for (var edge : edges.values()) {
            if (edge.stretches.stream().anyMatch(Stretch::slanted)) {
                faults.add(edge.id + " is slanted");
            }
            if (edge.stretches.get(edge.stretches.size() - 1).length() < SHORTEST_ARROW) {
                faults.add(edge.id + " is too short for its arrow");
            }
        }
    }

    private void flowsStartAndEndAtTheirShapes() {
        for (var edge : edges.values()) {
            var start = edge.stretches.get(0).from;
            var end = edge.stretches.get(edge.stretches.size() - 1).to;
            if (!touches(start, edge.source)) {
                faults.add(edge.id + " does not start at " + edge.source);
            }
            if (!touches(end, edge.target)) {
                faults.add(edge.id + " does not end at " + edge.target);
            }
        }
    }

    private boolean touches(Point point, String shape) {
        var box = shapes.get(shape);
        var x = Math.abs(point.x - box.middleX());
        var y = Math.abs(point.y - box.middleY());
        var halfWidth = (box.right - box.left) / 2;
        var halfHeight = (box.bottom - box.top) / 2;
        if (kind(shape).endsWith("Gateway")) {
            return Math.abs(x / halfWidth + y / halfHeight - 1) < 0.05;
        }
        if (kind(shape).endsWith("Event")) {
            return Math.abs(Math.hypot(x, y) - halfWidth) < 1;
        }
        return (Math.abs(x - halfWidth) < 1 && y <= halfHeight) || (Math.abs(y - halfHeight) < 1 && x <= halfWidth);
    }

    private void flowsKeepOffBoxes() {
        for (var edge : edges.values()) {
            shapes.forEach((id, box) -> {
                var mayPass = !id.equals(edge.source)
                        && !id.equals(edge.target)
                        && (contains(id, edge.source) || contains(id, edge.target));
                if (!mayPass
                        && edge.stretches.stream()
                                .anyMatch(stretch -> stretch.runsThrough(box) && fills(id, stretch.box()))) {
                    faults.add(edge.id + " runs through " + id);
                }
            });
        }
    }

    private void flowsDoNotMeet() {
        var all = new ArrayList<>(edges.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                var one = all.get(i);
                var other = all.get(j);
                if (one.stretches.stream()
                        .anyMatch(a -> other.stretches.stream().anyMatch(a::meets))) {
                    faults.add(one.id + " meets " + other.id);
                }
            }
        }
    }

    private void boxesStandApart() {
        var ids = new ArrayList<>(shapes.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                var one = ids.get(i);
                var other = ids.get(j);
                var apart = !shapes.get(one).overlaps(shapes.get(other));
                if (!apart && !attached(one, other) && !inside(one, other) && !inside(other, one)) {
                    faults.add(one + " overlaps " + other);
                }
                if (apart && (contains(one, other) || contains(other, one))) {
                    faults.add(one + " and " + other + " are drawn apart");
                }
            }
        }
    }

    private boolean inside(String inner, String outer) {
        return shapes.get(outer).holds(shapes.get(inner))
                && (contains(outer, inner) || kind(outer).equals("group") || liesIn(inner, outer));
    }

    /** Modeler files the legend under the collaboration, wherever in a pool it is drawn. */
    private boolean liesIn(String artifact, String outer) {
        return List.of("textAnnotation", "group").contains(kind(artifact))
                && kind(outer).equals("participant");
    }

    /** A boundary event sits on the border of its activity, and with it on that of its scope's. */
    private boolean attached(String one, String other) {
        return elements.get(one).getAttribute("attachedToRef").equals(other)
                || elements.get(other).getAttribute("attachedToRef").equals(one);
    }

    private void labelsStandFree() {
        var ids = new ArrayList<>(labels.keySet());
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var label = labels.get(id);
            shapes.forEach((shape, box) -> {
                if (label.overlaps(box) && fills(shape, label) && !(box.holds(label) && isRoomFor(shape, id))) {
                    faults.add("the label of " + id + " overlaps " + shape);
                }
            });
            for (var edge : edges.values()) {
                if (edge.stretches.stream().anyMatch(stretch -> stretch.runsThrough(label))) {
                    faults.add(edge.id + " runs through the label of " + id);
                }
            }
            for (int j = i + 1; j < ids.size(); j++) {
                if (label.overlaps(labels.get(ids.get(j)))) {
                    faults.add("the labels of " + id + " and " + ids.get(j) + " overlap");
                }
            }
        }
    }

    /**
     * A label may stand in the scopes and pools of its element, of either end of its flow, and in the activity that its
     * boundary event is attached to.
     */
    private boolean isRoomFor(String shape, String labelled) {
        var edge = edges.get(labelled);
        return kind(shape).equals("group")
                || contains(shape, labelled)
                || liesIn(labelled, shape)
                || attached(shape, labelled)
                || (edge != null && (contains(shape, edge.source) || contains(shape, edge.target)));
    }

    /** The corners of a gateway's bounds are empty: it is a diamond. */
    private boolean fills(String shape, Box other) {
        if (!kind(shape).endsWith("Gateway")) {
            return true;
        }
        var box = shapes.get(shape);
        var x = Math.max(0, distance(box.middleX(), other.left, other.right));
        var y = Math.max(0, distance(box.middleY(), other.top, other.bottom));
        return x / (box.right - box.left) + y / (box.bottom - box.top) < 0.49;
    }

    /** How far a value lies outside a range; negative inside it. */
    private static double distance(double value, double from, double to) {
        return Math.max(from - value, value - to);
    }

    /** Whether the element belongs to that scope or pool, at any depth. */
    private boolean contains(String scope, String element) {
        var room = elements.get(scope);
        if (room.getLocalName().equals("participant")) {
            return !element.equals(scope)
                    && room.hasAttribute("processRef")
                    && isWithin(elements.get(room.getAttribute("processRef")), element);
        }
        return !element.equals(scope) && isWithin(room, element);
    }

    private boolean isWithin(Element room, String element) {
        for (Node node = elements.get(element); node != null; node = node.getParentNode()) {
            if (node == room) {
                return true;
            }
        }
        return false;
    }

    private String kind(String id) {
        return elements.get(id).getLocalName();
    }

    private static List<Element> below(Element parent) {
        var all = parent.getElementsByTagName("*");
        var found = new ArrayList<Element>(all.getLength());
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }

    private static Element child(Element parent, String namespace, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName())) {
                return (Element) node;
            }
        }
        return null;
    }

    private static Box box(Element bounds) {
        var left = number(bounds, "x");
        var top = number(bounds, "y");
        return new Box(left, top, left + number(bounds, "width"), top + number(bounds, "height"));
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }
}
