package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Flag;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.models.ShownTexts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language what the model and the tables say in codes. */
@Component
public class PageWords {

    private static final int LONGEST_CELL = 80;

    private final Times times;

    PageWords(Times times) {
        this.times = times;
    }

    /**
     * A code as people say it; a code without a word, of a newer model for instance, stands as it is.
     *
     * @param kind what the code is about, {@code phase} for instance
     */
    public String of(String kind, Object code) {
        return named(kind, code, String.valueOf(code));
    }

    /** An element of the model: in English as its version has it. */
    public String element(String id, String label) {
        return elements().label(id, label == null ? id : label);
    }

    /** A diagram with its labels. */
    String model(String xml) {
        return ShownTexts.in(elements(), xml);
    }

    /** Several codes of one kind. */
    public List<String> all(String kind, List<String> codes) {
        return codes.stream().map(code -> of(kind, code)).toList();
    }

    /** A team, as its group is called. */
    public String team(Team team) {
        return of("group", team.id());
    }

    /** So much of a list of addresses as fits into a cell. */
    public String shortened(String text) {
        return text == null ? null : PlainText.shortened(text, LONGEST_CELL);
    }

    /** What a field of the plan says. */
    public String value(String field, Object value, String zone) {
        if (value == null || "".equals(value)) {
            return "—";
        }
        if (value instanceof Instant time) {
            return times.local(time, zone) + " (" + times.utc(time, zone) + ")";
        }
        return switch (field) {
            case "changeKind", "severity" -> of(field, value);
            case "flagPossible", "bigChanges" -> of("answer", value);
            case "noticeChannels" ->
                Arrays.stream(value.toString().split(","))
                        .map(channel -> of("channel", channel.strip()))
                        .collect(Collectors.joining(", "));
            case "flags" -> flags((List<?>) value);
            default -> value.toString();
        };
    }

    private String flags(List<?> flags) {
        return flags.stream()
                .map(Flag.class::cast)
                .map(flag -> readers()
                        .of(
                                "overview.flag",
                                of("flagKind", flag.kind()),
                                flag.name(),
                                flag.before(),
                                flag.planned(),
                                flag.how()))
                .collect(Collectors.joining("\n"));
    }

    public String said(Finding finding) {
        return finding.in(readers().language());
    }

    private static String named(String kind, Object code, String otherwise) {
        return readers()
                .find("overview." + kind + "." + code)
                .map(word -> word.format(null))
                .orElse(otherwise);
    }

    private static ModelWords elements() {
        return new ModelWords(readers().language());
    }

    /** In the language of whoever reads the page. */
    static Words readers() {
        return new Words(Language.of(LocaleContextHolder.getLocale()));
    }
}
