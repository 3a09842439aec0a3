package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.overview.Diagrams;
import com.athento.deployment.overview.WaitingFor;
import com.athento.deployment.process.Colleagues;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Mail;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.Stories;
import com.athento.deployment.refusal.Answers;
import com.athento.deployment.register.Contact;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.freezes.FreezeHits;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one intervention, and what is reached from there. */
@Controller
@RequestMapping("/interventions/{key}")
class InterventionPages {

    /** The phases in which a plan can be changed; later it is too late, earlier it is revised. */
    private static final Set<String> CHANGEABLE =
            Set.of(Phase.APPROVAL.name(), Phase.CONSENT.name(), Phase.WAITING.name());

    /** Nothing but the mail's own look: no script, no picture from elsewhere, no form. */
    private static final String ONLY_THE_LETTER =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

    private final Interventions interventions;
    private final Records records;
    private final Stories stories;
    private final WaitingFor waitingFor;
    private final Diagrams diagrams;
    private final Register register;
    private final FreezeHits freezes;
    private final RuntimeService runtime;
    private final Answers answers;
    private final Colleagues colleagues;
    private final ProvenSoFar proven;
    private final PageWords words;
    private final Times times;

    InterventionPages(
            Interventions interventions,
            Records records,
            Stories stories,
            WaitingFor waitingFor,
            Diagrams diagrams,
            Register register,
            FreezeHits freezes,
            RuntimeService runtime,
            Answers answers,
            Colleagues colleagues,
            ProvenSoFar proven,
            PageWords words,
            Times times) {
        this.interventions = interventions;
        this.records = records;
        this.stories = stories;
        this.waitingFor = waitingFor;
        this.diagrams = diagrams;
        this.register = register;
        this.freezes = freezes;
        this.runtime = runtime;
        this.answers = answers;
        this.colleagues = colleagues;
        this.proven = proven;
        this.words = words;
        this.times = times;
    }

    @ModelAttribute("row")
    InterventionRow row(@PathVariable String key) {
        return interventions.find(key).orElseThrow(() -> InterventionsApi.unknown(key));
    }

    @ModelAttribute("words")
    PageWords words() {
        return words;
    }

    @ModelAttribute("times")
    Times times() {
        return times;
    }

    @GetMapping
    String show(@ModelAttribute("row") InterventionRow row, @ModelAttribute("visitor") Person visitor, Model model) {
        var waiting = waitingFor.of(row);
        var story = stories.of(row);
        model.addAttribute("record", story);
        model.addAttribute("proven", proven.of(row.instance(), story.current()));
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "freezes", freezes.now(row.key()).stream().map(InTheWay::of).toList());
        model.addAttribute("contacts", row.ended() ? List.of() : whoAnswers(row.client()));
        model.addAttribute("statusKey", register.statusKey(row.client()));
        model.addAttribute("names", colleagues.names());
        model.addAttribute("progress", diagrams.progress(row, waiting));
        model.addAttribute("mayChange", CHANGEABLE.contains(row.phase()) && visitor.mayChange(row.requester()));
        return "overview/intervention";
    }

    /** Whom to call at the client. */
    private List<Contact> whoAnswers(String client) {
        return register.contacts(client).stream().filter(Contact::mayAnswer).toList();
    }

    /** The window to which somebody reschedules, as far as it is named. */
    record NewWindow(String windowStartLocal, String windowOffset, String downtimeMinutes) {

        HashMap<String, Object> answers() {
            var answers = new HashMap<String, Object>();
            answers.put(Variables.WINDOW_START_LOCAL.name(), windowStartLocal);
            answers.put(Variables.WINDOW_OFFSET.name(), windowOffset);
            answers.put(Variables.DOWNTIME_MINUTES.name(), downtimeMinutes);
            answers.values().removeIf(answer -> answer == null || "".equals(answer));
            return answers;
        }
    }

    /**
     * Reschedules or cancels through the same small process that Tasklist offers, as the person who asks: the same
     * rules hold, and the same sentences refuse.
     */
    @PostMapping("/change")
    String change(
            @ModelAttribute("row") InterventionRow row,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String changeReason,
            @ModelAttribute NewWindow window,
            Locale locale,
            RedirectAttributes next) {
        var form = new HashMap<String, Object>();
        form.put(Variables.INTERVENTION.name(), row.key());
        form.put(Variables.CHANGE.name(), change);
        form.put(Variables.CHANGE_REASON.name(), changeReason);
        if (Change.RESCHEDULE.name().equals(change)) {
            form.putAll(window.answers());
        }
        try {
            runtime.startProcessInstanceByKey(Elements.CHANGE_INTERVENTION, form);
            next.addFlashAttribute("changed", change);
            return "redirect:/interventions/{key}";
        } catch (ProcessEngineException | ConcurrencyFailureException failed) {
            var answer = answers.to(
                    failed,
                    Optional.empty(),
                    HttpStatus.INTERNAL_SERVER_ERROR.value(),
                    Optional.empty(),
                    Language.of(locale));
            next.addFlashAttribute("refusal", answer.message());
            next.addFlashAttribute("change", change);
            next.addFlashAttribute("changeReason", changeReason);
            next.addFlashAttribute("window", window.answers());
            return "redirect:/interventions/{key}#change";
        }
    }

    @GetMapping(path = "/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> diagram(@ModelAttribute("row") InterventionRow row) {
        return ResponseEntity.ok(words.model(diagrams.xml(row)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/mails/{id}")
    String mail(@ModelAttribute("row") InterventionRow row, @PathVariable long id, Model model) {
        model.addAttribute("mail", mail(row, id));
        return "overview/mail";
    }

    @GetMapping(path = "/mails/{id}/letter", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> letter(@ModelAttribute("row") InterventionRow row, @PathVariable long id) {
        if (mail(row, id).textRemoved()) {
            throw new Refused(Refused.Reason.UNKNOWN, "refused.mail.removed", id);
        }
        var html = records.html(row.key(), id).orElseThrow(() -> noSuchMail(id));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", ONLY_THE_LETTER)
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    private Mail mail(InterventionRow row, long id) {
        return records.mail(row.key(), id).orElseThrow(() -> noSuchMail(id));
    }

    private static Refused noSuchMail(long id) {
        return new Refused(Refused.Reason.UNKNOWN, "refused.mail.none", id);
    }
}
