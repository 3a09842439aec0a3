package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.WrittenDay;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.overview.Waiting;
import com.athento.deployment.overview.WaitingFor;
import com.athento.deployment.process.Colleagues;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Selection;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.freezes.FreezeHits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page of all interventions, running or ended. */
@Controller
class InterventionList {

    static final int SIZE = 25;

    /** Beyond this the page says "more than": counting them all would take longer than the page. */
    static final int COUNTED = 1000;

    private final Interventions interventions;
    private final WaitingFor waitingFor;
    private final Register register;
    private final FreezeHits freezes;
    private final Colleagues colleagues;
    private final PageWords words;
    private final Times times;

    InterventionList(
            Interventions interventions,
            WaitingFor waitingFor,
            Register register,
            FreezeHits freezes,
            Colleagues colleagues,
            PageWords words,
            Times times) {
        this.interventions = interventions;
        this.waitingFor = waitingFor;
        this.register = register;
        this.freezes = freezes;
        this.colleagues = colleagues;
        this.words = words;
        this.times = times;
    }

    @GetMapping("/interventions")
    String list(@ModelAttribute("filter") Filter filter, Model model) {
        var selection = filter.selection();
        var page = filter.number();
        var rows = interventions.find(selection, filter.isEnded(), (long) page * SIZE, SIZE + 1);
        var shown = rows.subList(0, Math.min(SIZE, rows.size()));
        var waiting = waitingFor.of(shown);
        var frozen = frozen(shown);
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(row -> new Line(row, waiting.get(row.processInstanceId()), frozen.contains(row.key())))
                        .toList());
        model.addAttribute("more", rows.size() > SIZE);
        model.addAttribute("page", page);
        model.addAttribute("first", (long) page * SIZE + 1);
        model.addAttribute("last", (long) page * SIZE + shown.size());
        model.addAttribute("total", interventions.countUpTo(COUNTED + 1L, selection));
        model.addAttribute("counted", COUNTED);
        model.addAttribute("phases", Selection.RUNNING);
        model.addAttribute("instances", register.instances());
        model.addAttribute("names", colleagues.names());
        model.addAttribute("words", words);
        model.addAttribute("times", times);
        return "overview/interventions";
    }

    /** The keys of those whose window a freeze meets that no exception lets pass. */
    private Set<String> frozen(List<InterventionRow> rows) {
        return freezes.on(rows.stream().map(InterventionRow::key).toList()).entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(hit -> !hit.excepted()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * A line of the table.
     *
     * @param waiting null where it does not wait for anybody
     * @param frozen whether a freeze puts its window at risk
     */
    record Line(InterventionRow row, Waiting waiting, boolean frozen) {}

    /**
     * What the reader asked for; whatever is no answer counts as not asked.
     *
     * @param show {@code ended}, or anything else for the running ones
     */
    record Filter(String show, String phase, String instance, String from, String to, String q, String page) {

        public boolean isEnded() {
            return "ended".equals(show);
        }

        /** Whether anything but the tab was asked for. */
        public boolean isNarrow() {
            return given(phase) || given(instance) || given(from) || given(to) || given(q);
        }

        int number() {
            return given(page) ? WrittenNumber.whole(page, 0, 999_999).orElse(0) : 0;
        }

        Selection selection() {
            return new Selection(phases(), instance, day(from), day(to), q);
        }

        private Set<Phase> phases() {
            if (isEnded()) {
                return Set.of(Phase.ENDED);
            }
            return new Choice<>(Phase.class)
                    .find(phase)
                    .filter(Selection.RUNNING::contains)
                    .map(Set::of)
                    .orElse(Selection.RUNNING);
        }

        private static LocalDate day(String text) {
            return given(text) ? WrittenDay.read(text.strip()).orElse(null) : null;
        }

        private static boolean given(String text) {
            return text != null && !text.isBlank();
        }
    }
}
