package com.athento.deployment.consent.web;

import com.athento.deployment.consent.AnswerByPage;
import com.athento.deployment.consent.ConsentProperties;
import com.athento.deployment.consent.Evidence;
import com.athento.deployment.consent.OfferedSlots;
import com.athento.deployment.consent.OfferedSlots.Offer;
import com.athento.deployment.consent.Question;
import com.athento.deployment.consent.Question.State;
import com.athento.deployment.consent.Questions;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Attempts;
import com.athento.deployment.record.Asked.Given;
import com.athento.deployment.record.AskedPlan;
import com.athento.deployment.record.Fix;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.VersionRuns;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.StartTimes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the contact or a deputy answers. Opening the page changes nothing, since mail scanners follow links; only
 * sending the form does.
 */
@Controller
class ConsentPage {

    /** Whatever is wrong with a link, the answer takes this long. */
    private static final Duration DEAD_END = Duration.ofMillis(250);

    private final Questions questions;
    private final AnswerByPage answers;
    private final Attempts attempts;
    private final Register register;
    private final VersionRuns versions;
    private final Records records;
    private final OfferedSlots slots;
    private final StartTimes starts;
    private final MailProperties mails;
    private final Clock clock;

    ConsentPage(
            Questions questions,
            AnswerByPage answers,
            ConsentProperties settings,
            Register register,
            VersionRuns versions,
            Records records,
            OfferedSlots slots,
            StartTimes starts,
            MailProperties mails,
            Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.attempts = new Attempts(settings.attemptsPerMinute());
        this.register = register;
        this.versions = versions;
        this.records = records;
        this.slots = slots;
        this.starts = starts;
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping("/consent/{link}")
    ModelAndView show(
            @PathVariable String link, @RequestParam(required = false) String lang, HttpServletRequest request) {
        var visit = new Visit(lang, request.getLocale());
        if (!attempts.allow(request.getRemoteAddr())) {
            return tooOften(visit);
        }
        var question = Token.read(link).flatMap(questions::by);
        return question.filter(Question::isOpen)
                .map(open -> page(
                        open, ConsentForm.of(open.linkOf()), Map.of(), slots.to(open, questions.plan(open)), visit))
                .orElseGet(() -> deadEnd(question, visit));
    }

    @PostMapping("/consent/{link}")
    ModelAndView answer(
            @PathVariable String link,
            @RequestParam(required = false) String lang,
            @ModelAttribute ConsentForm form,
            HttpServletRequest request) {
        var visit = new Visit(lang, request.getLocale());
        if (!attempts.allow(request.getRemoteAddr())) {
            return tooOften(visit);
        }
        var token = Token.read(link);
        var question = token.flatMap(questions::by);
        if (question.filter(Question::isOpen).isEmpty()) {
            return deadEnd(question, visit);
        }
        var open = question.get();
        var plan = questions.plan(open);
        var words = visit.words(client(plan));
        var problems = form.problems(plan, clock.instant(), words, start -> slots.has(open, start));
        if (!problems.isEmpty()) {
            var page = page(open, form, problems, slots.to(open, plan), visit);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        var evidence = new Evidence(
                open.linkOf(),
                request.getRemoteAddr(),
                shown(open, plan, client(plan), words).text() + pickedIn(form, plan, words));
        return answers.answer(token.get(), open, form.variables(plan.zone()), evidence)
                .map(state -> notTaken(token.get(), open, state, form, visit))
                .orElseGet(() -> thanks(token.get(), form, plan, words));
    }

    private ModelAndView notTaken(Token link, Question asked, State state, ConsentForm form, Visit visit) {
        var question = new Question(
                asked.key(),
                asked.revision(),
                asked.linkOf(),
                state,
                questions.by(link).flatMap(Question::given));
        if (!question.isOpen()) {
            return deadEnd(Optional.of(question), visit);
        }
        var plan = questions.plan(question);
        var words = visit.words(client(plan));
        var page = form.picks()
                ? page(
                        question,
                        form,
                        Map.of("slot", words.of("consent-page.slot.gone")),
                        slots.anew(question, plan),
                        visit)
                : page(
                        question,
                        form,
                        Map.of("answer", words.of("consent-page.again")),
                        slots.to(question, plan),
                        visit);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(
            Question question, ConsentForm form, Map<String, String> problems, Offer offer, Visit visit) {
        var plan = questions.plan(question);
        var client = client(plan);
        var words = visit.words(client);
        return view("consent/question", words)
                .addObject("plan", shown(question, plan, client, words))
                .addObject("minutes", plan.minutes())
                .addObject("upgrade", plan.kind().movesVersion())
                .addObject("zone", plan.zone())
                .addObject(
                        "answerBy",
                        questions
                                .answerBy(question)
                                .map(moment -> words.in(plan.zone()).full(moment))
                                .orElse(null))
                .addObject("linkOf", String.join(" / ", question.linkOf()))
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("windows", offered(offer, plan, words))
                .addObject(
                        "heldUntil",
                        offer.until().map(words.in(plan.zone())::full).orElse(null));
    }

    private ShownPlan shown(Question question, AskedPlan plan, Client client, Words words) {
        var answered = records.fixes(question.key(), question.revision());
        var proposal = questions
                .lastProposal(plan.key())
                .filter(last -> !last.start().equals(plan.windowStart()) || last.minutes() != plan.minutes());
        return ShownPlan.of(
                plan,
                client.name(),
                mails.product(),
                starts.latest(plan.windowStart(), plan.minutes(), plan.clientCode(), plan.zone()),
                proposal,
                proven(plan, words),
                answered,
                fixes(plan, answered),
                words);
    }

    /** Where the new version runs already. */
    private Optional<String> proven(AskedPlan plan, Words words) {
        return Optional.ofNullable(plan.targetVersion())
                .flatMap(Version::parse)
                .flatMap(version -> register.instance(plan.instanceCode())
                        .flatMap(instance -> versions.record(instance.line(), version, instance.code())
                                .told(words, plan.zone())));
    }

    /** What else stays on top of the version that will run. */
    private List<Patch> fixes(AskedPlan plan, List<Fix> answered) {
        var references = answered.stream().map(Fix::reference).toList();
        return Optional.ofNullable(plan.targetVersion())
                .map(Version::new)
                .or(() -> register.instance(plan.instanceCode()).map(Instance::version))
                .map(version -> register.patchesOnTopOf(version, plan.instanceCode()))
                .orElse(List.of())
                .stream()
                .filter(patch -> !references.contains(patch.reference()))
                .toList();
    }

    /** A time that is offered: how the form sends it, and how it reads. */
    public record Offered(String local, String text) {}

    private static List<Offered> offered(Offer offer, AskedPlan plan, Words words) {
        return offer.times().stream()
                .map(time -> new Offered(time.text(), words.in(plan.zone()).full(time.instant())))
                .toList();
    }

    /** What became of a time that was taken stands on record, and is read from there. */
    private ModelAndView thanks(Token link, ConsentForm form, AskedPlan plan, Words words) {
        var given = questions.by(link).flatMap(Question::given);
        var taken =
                given.filter(answer -> answer.answer() == ConsentAnswer.AGREED).flatMap(Given::proposedStart);
        var proposed = given.filter(answer -> answer.answer() == ConsentAnswer.OTHER_WINDOW)
                .flatMap(Given::proposedStart);
        return view("consent/thanks", words)
                .addObject(
                        "answer",
                        taken.map(start -> ConsentForm.SLOT)
                                .or(() -> given.map(answer -> answer.answer().name()))
                                .orElse(form.answer()))
                .addObject(
                        "proposed",
                        proposed.map(start -> window(start, plan.minutes(), plan, words))
                                .orElse(null))
                .addObject("remark", form.remark())
                .addObject("when", words.in(plan.zone()).full(taken.orElse(plan.windowStart())));
    }

    private static String pickedIn(ConsentForm form, AskedPlan plan, Words words) {
        return form.picked(plan.zone())
                .map(start -> "\n\n"
                        + words.of(
                                "consent-page.slot.chosen",
                                words.in(plan.zone()).full(start)))
                .orElse("");
    }

    /** One status for all, so that a stranger learns nothing; and the right next step. */
    private ModelAndView deadEnd(Optional<Question> question, Visit visit) {
        var plan = question.map(questions::plan);
        var words = visit.words(plan.map(this::client).orElse(null));
        var given = question.flatMap(Question::given);
        var answeredAt = given.map(answer -> words.in(plan.orElseThrow().zone()).full(answer.at()))
                .orElse(null);
        visit.lastAtLeast(DEAD_END);
        var page = view("consent/dead-end", words);
        page.setStatus(HttpStatus.NOT_FOUND);
        return page.addObject("answeredAt", answeredAt)
                .addObject(
                        "given",
                        given.map(answer -> said(answer, plan.orElseThrow(), words))
                                .orElse(null))
                .addObject(
                        "by", given.flatMap(Given::by).map(one -> one.in(words)).orElse(null))
                .addObject("state", question.map(known -> known.state().name()).orElse("UNKNOWN"));
    }

    private static String said(Given given, AskedPlan plan, Words words) {
        return words.of(
                "consent-page.given." + given.answer(),
                window(given.proposedStart().orElse(plan.windowStart()), given.minutes(), plan, words));
    }

    private static String window(Instant start, int minutes, AskedPlan plan, Words words) {
        return words.of("label.window", words.in(plan.zone()).full(start), minutes);
    }

    private ModelAndView tooOften(Visit visit) {
        var page = view("consent/dead-end", visit.words(null));
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page.addObject("state", "TOO_OFTEN");
    }

    private ModelAndView view(String template, Words words) {
        return new ModelAndView(template)
                .addObject("words", words)
                .addObject("product", mails.product())
                .addObject("ask", mails.of(Team.PROJECT).getAddress());
    }

    private Client client(AskedPlan plan) {
        return register.client(plan.clientCode()).orElseThrow();
    }

    /** One request: in which language it is answered, and when it came. */
    private static final class Visit {

        private final String chosen;
        private final Locale browser;
        private final long began = System.nanoTime();

        Visit(String chosen, Locale browser) {
            this.chosen = chosen == null ? "" : chosen;
            this.browser = browser;
        }

        /** As chosen on the page, else the client's language, else the browser's. */
        Words words(Client client) {
            var locale = chosen.isEmpty()
                    ? Optional.ofNullable(client).map(Client::locale).orElse(browser)
                    : Locale.forLanguageTag(chosen);
            return new Words(Language.of(locale));
        }

        void lastAtLeast(Duration time) {
            var left = time.minusNanos(System.nanoTime() - began);
            if (!left.isNegative()) {
                try {
                    Thread.sleep(left.toMillis());
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
