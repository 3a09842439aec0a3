package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.overview.Waiting;
import com.athento.deployment.overview.WaitingFor;
import com.athento.deployment.process.Colleagues;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Selection;
import com.athento.deployment.register.Register;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
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
    private final Colleagues colleagues;
    private final Words words;
    private final Times times;

    InterventionList(
            Interventions interventions,
            WaitingFor waitingFor,
            Register register,
            Colleagues colleagues,
            Words words,
            Times times) {
        this.interventions = interventions;
        this.waitingFor = waitingFor;
        this.register = register;
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
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(row -> new Line(row, waiting.get(row.processInstanceId())))
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

    /** A line of the table; what does not wait for anybody has no {@code waiting}. */
    record Line(InterventionRow row, Waiting waiting) {}

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
            return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
        }

        Selection selection() {
            return new Selection(phases(), instance, day(from), day(to), q);
        }

        private EnumSet<Phase> phases() {
            if (isEnded()) {
                return EnumSet.of(Phase.ENDED);
            }
            var all = EnumSet.copyOf(Selection.RUNNING);
            var one = EnumSet.copyOf(all);
            one.removeIf(running -> !running.name().equals(phase));
            return one.isEmpty() ? all : one;
        }

        private static LocalDate day(String text) {
            try {
                return given(text) ? LocalDate.parse(text.strip()) : null;
            } catch (DateTimeParseException notADay) {
                return null;
            }
        }

        private static boolean given(String text) {
            return text != null && !text.isBlank();
        }
    }
}
