package com.athento.deployment.security.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.WrittenTime;
import com.athento.deployment.process.Elements;
import com.athento.deployment.refusal.WhatHolds;
import com.athento.deployment.schedule.ClientTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Addresses that mails and pages link to. A form login loses what stands behind a {@code #}, and Tasklist's addresses
 * do; these survive it.
 */
@Controller
class Ways {

    private static final String TASKLIST = "redirect:/camunda/app/tasklist/default/#/?";

    private static final Pattern INSTANCE = Pattern.compile("[A-Z0-9-]{1,20}");

    private final WhatHolds whatHolds;

    Ways(WhatHolds whatHolds) {
        this.whatHolds = whatHolds;
    }

    /** Opens a task; one that is gone says what holds now. */
    @GetMapping("/go/task/{id}")
    ModelAndView task(@PathVariable String id, @ModelAttribute("visitor") Person visitor, Locale reader) {
        var gone = whatHolds.gone(id);
        if (gone.isPresent()) {
            return new ModelAndView("gone", HttpStatus.GONE)
                    .addObject("sentence", gone.get().sentence().in(Language.of(reader)))
                    .addObject("key", gone.get().key().orElse(null));
        }
        var task = whatHolds.open(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!whatHolds.isFor(visitor, id)) {
            return new ModelAndView("not-yours", HttpStatus.FORBIDDEN)
                    .addObject(
                            "task",
                            new ModelWords(Language.of(reader)).label(task.getTaskDefinitionKey(), task.getName()));
        }
        return new ModelAndView(TASKLIST + "task=" + task.getId());
    }

    /**
     * Opens the form of a new request, with what is known of it filled in; what can be no answer is left out.
     *
     * @param instance code of the instance
     * @param window start of the window by the client's clock, such as {@code 2027-01-15T22:00}
     */
    @GetMapping("/go/request")
    String request(
            @ModelAttribute("visitor") Person visitor,
            @RequestParam(defaultValue = "") String instance,
            @RequestParam(defaultValue = "") String window) {
        if (!visitor.requests()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var known = INSTANCE.matcher(instance).matches() ? "&instance=" + instance : "";
        return TASKLIST
                + "processStart="
                + Elements.LIFECYCLE
                + known
                + WrittenTime.read(window)
                        .map(start -> "&window=" + ClientTime.text(start))
                        .orElse("");
    }
}
