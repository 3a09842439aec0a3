package com.athento.deployment.schedule.freezes.web;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Moments;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.process.Colleagues;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import com.athento.deployment.schedule.freezes.Freeze;
import com.athento.deployment.schedule.freezes.FreezeHits;
import com.athento.deployment.schedule.freezes.Freezes;
import com.athento.deployment.schedule.freezes.KeepFreeze;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The freezes for people: managers and admins make, change and end them, everybody reads. */
@Controller
class FreezePages {

    private static final int SIZE = 50;

    /** What stands in the fields. */
    private static final String STATED = "stated";

    private final Freezes freezes;
    private final KeepFreeze keep;
    private final FreezeHits hits;
    private final Register register;
    private final VendorProperties vendor;
    private final Colleagues colleagues;

    FreezePages(
            Freezes freezes,
            KeepFreeze keep,
            FreezeHits hits,
            Register register,
            VendorProperties vendor,
            Colleagues colleagues) {
        this.freezes = freezes;
        this.keep = keep;
        this.hits = hits;
        this.register = register;
        this.vendor = vendor;
        this.colleagues = colleagues;
    }

    @GetMapping("/freezes")
    String list(
            @RequestParam(defaultValue = "") String page,
            @ModelAttribute("visitor") Person visitor,
            Locale reader,
            Model model) {
        var number = WrittenNumber.whole(page, 0, 9_999).orElse(0);
        var found = freezes.all(number * SIZE, SIZE + 1);
        model.addAttribute(
                "freezes",
                found.stream()
                        .limit(SIZE)
                        .map(freeze -> FreezeDoor.Answer.of(freeze, null))
                        .toList());
        model.addAttribute("more", found.size() > SIZE);
        model.addAttribute("page", number);
        show(visitor, reader, model);
        if (!model.containsAttribute(STATED)) {
            model.addAttribute(STATED, Entered.nothing());
        }
        return "schedule/freezes";
    }

    @GetMapping("/freezes/{id}")
    String one(@PathVariable String id, @ModelAttribute("visitor") Person visitor, Locale reader, Model model) {
        var freeze = keep.find(id);
        var answer = FreezeDoor.Answer.of(
                freeze, hits.of(freeze).stream().map(FreezeDoor.Met::of).toList());
        model.addAttribute("freeze", answer);
        show(visitor, reader, model);
        if (!model.containsAttribute(STATED)) {
            model.addAttribute(STATED, Entered.of(answer));
        }
        return "schedule/freeze";
    }

    private void show(Person visitor, Locale reader, Model model) {
        model.addAttribute("mayKeep", KeepFreeze.isFor(visitor));
        model.addAttribute("environments", Environment.values());
        model.addAttribute("clients", register.clientNames());
        model.addAttribute(
                "instances", register.instances().stream().map(Instance::code).toList());
        model.addAttribute("names", colleagues.names());
        model.addAttribute("zone", vendor.vendorZone().getId());
        model.addAttribute("said", new Said(new Words(Language.of(reader)).in(vendor.vendorZone())));
    }

    @PostMapping("/freezes")
    String make(
            @ModelAttribute Entered entered,
            @ModelAttribute("visitor") Person visitor,
            Locale reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        model.addAttribute(STATED, entered);
        return done(() -> keep.make(entered.json()), reader, model, response, next)
                .orElseGet(() -> list("", visitor, reader, model));
    }

    @PostMapping("/freezes/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute Entered entered,
            @ModelAttribute("visitor") Person visitor,
            Locale reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        model.addAttribute(STATED, entered);
        return done(() -> keep.change(id, entered.json()), reader, model, response, next)
                .orElseGet(() -> one(id, visitor, reader, model));
    }

    @PostMapping("/freezes/{id}/end")
    String end(
            @PathVariable String id,
            @ModelAttribute("visitor") Person visitor,
            Locale reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var ended = JsonNodeFactory.instance.objectNode().put("ended", true);
        return done(() -> keep.change(id, ended), reader, model, response, next)
                .orElseGet(() -> one(id, visitor, reader, model));
    }

    /**
     * The way on; empty if it is refused, with the sentence for the page that it came from. Who may not, or asks for
     * one that is not there, gets a page of its own.
     */
    private static Optional<String> done(
            Supplier<Freeze> doing, Locale reader, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            var way = "redirect:/freezes/" + doing.get().id();
            next.addFlashAttribute("kept", true);
            return Optional.of(way);
        } catch (Refused refused) {
            if (refused.reason() == Refused.Reason.FORBIDDEN || refused.reason() == Refused.Reason.UNKNOWN) {
                throw refused;
            }
            response.setStatus(refused.reason() == Refused.Reason.LATE ? 409 : 400);
            model.addAttribute("refusal", refused.message(Language.of(reader)));
            return Optional.empty();
        }
    }

    /** Times as the page tells them. */
    record Said(Moments moments) {

        /** Such as {@code 2027-12-24 00:00}: a local time of whichever clock. */
        public String local(String text) {
            return text == null ? null : text.replace('T', ' ');
        }

        /** By the vendor's clock. */
        public String at(Instant moment) {
            return moments.full(moment);
        }
    }

    /** What somebody entered, or is to find in the fields. */
    record Entered(
            String name,
            String reason,
            String contact,
            Boolean everything,
            List<String> environments,
            List<String> clients,
            List<String> instances,
            String from,
            String until,
            String rule,
            String duration,
            String version) {

        static Entered nothing() {
            return new Entered(null, null, null, false, null, null, null, null, null, null, null, null);
        }

        static Entered of(FreezeDoor.Answer freeze) {
            return new Entered(
                    freeze.name(),
                    freeze.reason(),
                    freeze.contact(),
                    freeze.scope().everything(),
                    freeze.scope().environments().stream().map(Enum::name).toList(),
                    freeze.scope().clients(),
                    freeze.scope().instances(),
                    freeze.from(),
                    freeze.until(),
                    freeze.rule(),
                    freeze.duration(),
                    String.valueOf(freeze.version()));
        }

        /** Whether a choice of a list is chosen. */
        public boolean has(List<String> chosen, String one) {
            return chosen != null && chosen.contains(one);
        }

        ObjectNode json() {
            var json = JsonNodeFactory.instance.objectNode();
            json.put("name", name)
                    .put("reason", reason)
                    .put("contact", contact)
                    .put("from", from)
                    .put("until", given(until))
                    .put("rule", given(rule))
                    .put("duration", given(duration));
            if (given(version) != null) {
                json.put("version", version);
            }
            var scope = json.putObject("scope").put("everything", Boolean.TRUE.equals(everything));
            codes(scope, "environments", environments);
            codes(scope, "clients", clients);
            codes(scope, "instances", instances);
            return json;
        }

        private static void codes(ObjectNode scope, String field, List<String> codes) {
            var array = scope.putArray(field);
            Stream.ofNullable(codes)
                    .flatMap(List::stream)
                    .filter(code -> !code.isBlank())
                    .forEach(array::add);
        }

        private static String given(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
