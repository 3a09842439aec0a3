package com.athento.deployment.readiness.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.readiness.ReadInstances;
import com.athento.deployment.readiness.Readiness;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of all instances: which one should be brought up to date next, and why. */
@Controller
class InstancesPage {

    static final int SIZE = 50;

    private final ReadInstances instances;

    InstancesPage(ReadInstances instances) {
        this.instances = instances;
    }

    /**
     * @param q part of a code or of a client's name
     * @param page counted from 0; whatever is no number counts as the first one
     */
    @GetMapping("/instances")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String page,
            Locale reader,
            Model model) {
        var language = Language.of(reader);
        var found = instances.all().stream()
                .filter(one -> isMeant(one, q.strip().toUpperCase(Locale.ROOT)))
                .toList();
        var last = Math.max(0, (found.size() - 1) / SIZE);
        var number = WrittenNumber.whole(page, 0, last).orElse(0);
        var shown = found.subList(number * SIZE, Math.min(found.size(), (number + 1) * SIZE));
        model.addAttribute("lines", lines(shown, language));
        model.addAttribute("words", new Words(language));
        model.addAttribute("q", q);
        model.addAttribute("page", number);
        model.addAttribute("last", last);
        model.addAttribute("total", found.size());
        return "readiness/instances";
    }

    private static List<Line> lines(List<Readiness> shown, Language language) {
        return shown.stream().map(one -> Line.of(one, language)).toList();
    }

    private static boolean isMeant(Readiness one, String text) {
        return one.instance().code().contains(text)
                || one.clientName().toUpperCase(Locale.ROOT).contains(text);
    }
}
