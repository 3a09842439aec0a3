package com.athento.deployment.process.models;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Makes the box of a label as wide as another text needs, so that no word of it is broken. Where it stands above its
 * shape, or right above its edge, no line is added, either, which would cover that.
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
        var bottom = number(label, "y") + number(label, "height");
        var left = number(label, "x");
        var right = left + number(label, "width");
        return CheckDiagram.children(drawn, "Bounds").anyMatch(shape -> bottom <= number(shape, "y") + CLOSE)
                || pieces(drawn).anyMatch(piece -> piece.isRightBelow(bottom, left, right));
    }

    /**
     * The middle of a shape, or the nearest upright piece of an edge at that height; the label itself where none is.
     */
    private static double beside(Element drawn, double y, double x) {
        return CheckDiagram.children(drawn, "Bounds")
                .findFirst()
                .map(shape -> number(shape, "x") + number(shape, "width") / 2)
                .or(() -> pieces(drawn)
                        .filter(piece -> piece.isUprightAt(y))
                        .map(Piece::x)
                        .min(Comparator.comparingDouble(line -> Math.abs(line - x))))
                .orElse(x);
    }

    /** Of an edge, from one of its points to the next; a shape has none. */
    private static Stream<Piece> pieces(Element drawn) {
        var points = CheckDiagram.children(drawn, "waypoint").toList();
        return IntStream.range(1, points.size()).mapToObj(to -> {
            var from = points.get(to - 1);
            return new Piece(
                    number(from, "x"), number(from, "y"), number(points.get(to), "x"), number(points.get(to), "y"));
        });
    }

    private record Piece(double x, double y, double toX, double toY) {

        boolean isUprightAt(double height) {
            return x == toX && (y - height) * (toY - height) <= 0;
        }

        /** Whether it is level, and one more line of a label that ends there would cover it. */
        boolean isRightBelow(double bottom, double left, double right) {
            return y == toY
                    && bottom <= y + CLOSE
                    && bottom + LINE > y
                    && left < Math.max(x, toX)
                    && right > Math.min(x, toX);
        }
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
