package com.athento.deployment.process.models;

import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Makes the box of a label as wide as another text needs, so that no word of it is broken. Where it stands above its
 * shape, no line is added, either, which would cover that.
 */
final class LabelRoom {

    /** Of a letter of the viewer's labels, in units of the diagram, on average. */
    private static final double LETTER = 5.8;

    private static final double LINE = 13.5;

    /** A label may reach into its shape that far. */
    private static final double CLOSE = 4;

    private static final double WIDEST = 160;

    private LabelRoom() {}

    /**
     * Away from what the label is beside, to both sides where it stands above or below.
     *
     * @param drawn a shape or an edge
     */
    static void fit(Element drawn, String now) {
        bounds(drawn, "BPMNLabel").ifPresent(label -> {
            var width = number(label, "width");
            var wider = width;
            var lines = isAbove(label, drawn) ? Math.round(number(label, "height") / LINE) : Long.MAX_VALUE;
            while (wider < WIDEST && (lines(now, wider) > lines || longestWord(now) > wider)) {
                wider++;
            }
            var x = number(label, "x");
            var beside = beside(drawn, number(label, "y") + number(label, "height") / 2, x + width / 2);
            var share = x >= beside ? 0 : x + width <= beside ? 1 : 0.5;
            label.setAttribute("x", Double.toString(x - share * (wider - width)));
            label.setAttribute("width", Double.toString(wider));
        });
    }

    private static boolean isAbove(Element label, Element drawn) {
        return CheckDiagram.children(drawn, "Bounds")
                .anyMatch(shape -> number(label, "y") + number(label, "height") <= number(shape, "y") + CLOSE);
    }

    /**
     * The middle of a shape, or the nearest upright piece of an edge at that height; the label itself where none is.
     */
    private static double beside(Element drawn, double y, double x) {
        var shape = CheckDiagram.children(drawn, "Bounds").findFirst();
        if (shape.isPresent()) {
            return number(shape.get(), "x") + number(shape.get(), "width") / 2;
        }
        var points = CheckDiagram.children(drawn, "waypoint").toList();
        var nearest = x;
        var distance = Double.MAX_VALUE;
        for (var i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            var isUpright =
                    number(from, "x") == number(to, "x") && (number(from, "y") - y) * (number(to, "y") - y) <= 0;
            if (isUpright && Math.abs(number(from, "x") - x) < distance) {
                nearest = number(from, "x");
                distance = Math.abs(nearest - x);
            }
        }
        return nearest;
    }

    private static Optional<Element> bounds(Element drawn, String part) {
        return CheckDiagram.children(drawn, part)
                .findFirst()
                .flatMap(label -> CheckDiagram.children(label, "Bounds").findFirst());
    }

    private static int lines(String text, double width) {
        var lines = 1;
        var used = 0.0;
        for (var word : text.split(" ")) {
            var length = (word.length() + 1) * LETTER;
            if (used > 0 && used + length - LETTER > width) {
                lines++;
                used = 0;
            }
            used += length;
        }
        return lines;
    }

    private static double longestWord(String text) {
        var longest = 0;
        for (var word : text.split(" ")) {
            longest = Math.max(longest, word.length());
        }
        return longest * LETTER + LETTER;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
