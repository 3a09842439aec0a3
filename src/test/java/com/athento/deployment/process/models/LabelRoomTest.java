package com.athento.deployment.process.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class LabelRoomTest {

    @ParameterizedTest(name = "{0}, {1} wide at {2}: {3} wide at {4}")
    @CsvSource({
        // Short enough.
        "sí, 20, 10, 20.0, 10.0",
        // Right of the line at 100, left of it, and over it.
        "confirmación, 40, 110, 76.0, 110.0",
        "confirmación, 40, 50, 76.0, 14.0",
        "confirmación, 40, 80, 76.0, 62.0"
    })
    void growsAwayFromWhatItIsBeside(String text, int width, int x, String wider, String moved) {
        var edge = Models.parse("""
                <BPMNEdge><waypoint x="100" y="0"/><waypoint x="100" y="90"/>
                <BPMNLabel><Bounds x="%d" y="40" width="%d" height="14"/></BPMNLabel></BPMNEdge>""".formatted(x, width).getBytes(UTF_8));

        LabelRoom.fit(edge, text);

        var label = (Element) edge.getElementsByTagName("Bounds").item(0);
        assertThat(label.getAttribute("width")).isEqualTo(wider);
        assertThat(label.getAttribute("x")).isEqualTo(moved);
    }

    /** Between the points of an edge that is level at 60: a label right above it gets no second line. */
    @ParameterizedTest(name = "no conforme, at {0} and {1}: {2} wide")
    @CsvSource({
        "10, 50, 64.0",
        "10, 33, 64.0",
        "99, 44, 64.0",
        // A second line would end above the edge.
        "10, 32.5, 53.0",
        // Under it, and beside it.
        "10, 51, 53.0",
        "100, 44, 53.0"
    })
    void coversNoEdgeThatIsRightBelow(double x, double y, String wider) {
        var edge = Models.parse("""
                <BPMNEdge><waypoint x="0" y="60"/><waypoint x="100" y="60"/>
                <BPMNLabel><Bounds x="%s" y="%s" width="41" height="14"/></BPMNLabel></BPMNEdge>""".formatted(x, y).getBytes(UTF_8));

        LabelRoom.fit(edge, "no conforme");

        var label = (Element) edge.getElementsByTagName("Bounds").item(0);
        assertThat(label.getAttribute("width")).isEqualTo(wider);
    }
}
