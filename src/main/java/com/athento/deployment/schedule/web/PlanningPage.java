package com.athento.deployment.schedule.web;

import com.athento.deployment.intervention.Choice;
import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.intervention.WrittenDay;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import com.athento.deployment.schedule.planning.Asked;
import com.athento.deployment.schedule.planning.Entry;
import com.athento.deployment.schedule.planning.FeedAddresses;
import com.athento.deployment.schedule.planning.Planning;
import com.athento.deployment.schedule.planning.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** When what happens: as a month, as a week, and always as a list. */
@Controller
class PlanningPage {

    /** Windows in one part of the list. */
    static final int SIZE = 100;

    /** When a window begins that somebody asks for by its day alone, by the client's clock. */
    private static final String EVENING = "22:00";

    private final Planning planning;
    private final FeedAddresses feeds;
    private final Register register;
    private final VendorProperties vendor;
    private final Clock clock;

    PlanningPage(Planning planning, FeedAddresses feeds, Register register, VendorProperties vendor, Clock clock) {
        this.planning = planning;
        this.feeds = feeds;
        this.register = register;
        this.vendor = vendor;
        this.clock = clock;
    }

    @GetMapping("/planning")
    String show(
            @ModelAttribute("filter") Filter filter,
            @ModelAttribute("visitor") Person visitor,
            Locale reader,
            Model model) {
        var client = Question.given(filter.client()).flatMap(register::client);
        var zone = client.map(Client::zone).orElseGet(vendor::vendorZone);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var day = filter.chosenDay().orElse(today);
        var view = filter.chosenView();
        var asked = new Asked(
                view.from(day), view.until(day), zone, client, filter.chosenEnvironment(), filter.chosenTeam());
        var part = planning.of(asked, filter.part() * SIZE, SIZE);
        model.addAttribute("view", view);
        model.addAttribute("views", View.values());
        model.addAttribute("day", day);
        model.addAttribute("today", today);
        model.addAttribute("asked", asked);
        model.addAttribute("days", days(asked, part.entries()));
        model.addAttribute("part", part);
        model.addAttribute("around", planning.around(asked));
        var said = new EntryWords(new Words(Language.of(reader)), zone);
        model.addAttribute("said", said);
        model.addAttribute("feedSince", feeds.madeAt(visitor.account()).map(said::date));
        model.addAttribute("phases", Phase.values());
        model.addAttribute("clients", register.clientNames());
        model.addAttribute("environments", Environment.values());
        model.addAttribute("teams", Team.values());
        model.addAttribute("instances", instances(asked));
        model.addAttribute("evening", EVENING);
        return "schedule/planning";
    }

    /** Those of the chosen client, as far as they are shown. */
    private List<String> instances(Asked asked) {
        return asked.client().map(client -> register.instancesOf(client.code())).orElse(List.of()).stream()
                .filter(instance ->
                        asked.environment().map(instance.environment()::equals).orElse(true))
                .map(Instance::code)
                .toList();
    }

    /** A day on which something is. */
    record Day(LocalDate date, List<Entry> entries) {}

    private static List<Day> days(Asked asked, List<Entry> entries) {
        var days = new ArrayList<Day>();
        for (var entry : entries) {
            var date = entry.window().windowStart().atZone(asked.zone()).toLocalDate();
            if (days.isEmpty() || !days.get(days.size() - 1).date().equals(date)) {
                days.add(new Day(date, new ArrayList<>()));
            }
            days.get(days.size() - 1).entries().add(entry);
        }
        return days;
    }

    /**
     * What the reader asked for; whatever is no answer counts as not asked.
     *
     * @param page which part of the list, from 0
     */
    record Filter(String view, String day, String client, String environment, String team, String page) {

        View chosenView() {
            return Question.given(view)
                    .map(text -> text.toUpperCase(Locale.ROOT))
                    .flatMap(new Choice<>(View.class)::find)
                    .orElse(View.MONTH);
        }

        Optional<LocalDate> chosenDay() {
            return Question.given(day).flatMap(WrittenDay::read).filter(Question::isPlanned);
        }

        Optional<Environment> chosenEnvironment() {
            return Question.given(environment).flatMap(new Choice<>(Environment.class)::find);
        }

        Optional<Team> chosenTeam() {
            return Question.given(team).flatMap(new Choice<>(Team.class)::find);
        }

        public int part() {
            return Question.given(page)
                    .flatMap(text -> WrittenNumber.whole(text, 0, 9_999))
                    .orElse(0);
        }

        /** Whether anything but a time was asked for. */
        public boolean isNarrow() {
            return Question.given(client).isPresent()
                    || chosenEnvironment().isPresent()
                    || chosenTeam().isPresent();
        }
    }
}
