package com.athento.deployment.readiness.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.post.Csv;
import com.athento.deployment.process.Refused;
import com.athento.deployment.readiness.ReadInstances;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/readiness}: all instances, the most urgent one first. */
@RestController
class ReadinessApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReadInstances instances;

    ReadinessApi(ReadInstances instances) {
        this.instances = instances;
    }

    /** @param format {@code json} or {@code csv} */
    @GetMapping("/api/readiness")
    ResponseEntity<?> readiness(@RequestParam(defaultValue = "json") String format, Locale reader) {
        return switch (format) {
            case "json" ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(lines(reader));
            case "csv" ->
                ResponseEntity.ok()
                        .contentType(CSV)
                        .header("Content-Disposition", "attachment; filename=\"instances.csv\"")
                        .body(csv(lines(reader)).getBytes(StandardCharsets.UTF_8));
            default -> throw Refused.because("refused.readiness.format", "format", PlainText.quoted(format));
        };
    }

    private List<Line> lines(Locale reader) {
        return instances.all().stream()
                .map(one -> Line.of(one, Language.of(reader)))
                .toList();
    }

    /** RFC 4180; of each severity the route today, and the day on which it becomes another one. */
    private static String csv(List<Line> lines) {
        return Csv.of(header(), lines.stream().map(ReadinessApi::values));
    }

    private static List<String> header() {
        return Stream.concat(
                        Stream.of(
                                "instance",
                                "client",
                                "environment",
                                "line",
                                "version",
                                "newest",
                                "releasesBehind",
                                "lastUpdate",
                                "daysSinceUpdate",
                                "patches",
                                "next",
                                "nextWindowStart",
                                "why"),
                        Stream.of(Severity.values())
                                .filter(severity -> severity != Severity.NONE)
                                .flatMap(severity -> Stream.of(severity.name(), severity + "_FLIPS")))
                .toList();
    }

    private static List<Object> values(Line line) {
        return Stream.concat(
                        Stream.of(
                                line.instance(),
                                line.client(),
                                line.environment(),
                                line.line(),
                                line.version(),
                                text(line.newest()),
                                text(line.releasesBehind()),
                                text(line.lastUpdate()),
                                text(line.daysSinceUpdate()),
                                String.join(" ", line.patches()),
                                line.next() == null ? "" : line.next().key(),
                                line.next() == null ? "" : line.next().windowStart(),
                                line.why()),
                        line.policy().stream().flatMap(answer -> Stream.of(answer.route(), text(answer.flips()))))
                .toList();
    }

    private static Object text(Object value) {
        return value == null ? "" : value;
    }
}
