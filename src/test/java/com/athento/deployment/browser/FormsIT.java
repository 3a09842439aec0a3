package com.athento.deployment.browser;

import static com.athento.deployment.process.Variables.UNAVAILABLE_SINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.athento.deployment.process.Elements;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever presses <i>Complete</i>, in whatever order they changed their mind before, sends the form or reads what it
 * still needs. Nothing is sent for good here: the answer to it is always no.
 */
class FormsIT extends InBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** The questions with a few answers, each followed by them. */
    private static final String QUESTIONS = """
            () => {
              const groups = new Map();
              form().querySelectorAll('input[type=radio]').forEach(radio => {
                const question = questionOf(radio);
                groups.set(question, [...(groups.get(question) || []), textOf(radio)]);
              });
              return [...groups].map(([question, answers]) => [question, ...answers]);
            }""";

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** Words that every English sentence has some of, and no Spanish one. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?iu)\\b(the|of|and|to|is|are|was|were|be|been|not|with|without|who|what|which|when|why|how|until|from|by|at|in|it|this|that|your|yes|reason|instance|window|client|user|users|reads|none|choose|minutes)\\b[^\n]*",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final String LOOK = """
            window.form = () => [...document.querySelectorAll('form[name=step]')].pop();
            window.button = () => [...document.querySelectorAll('button')]
              .filter(one => ['Complete', 'Start', 'Completar', 'Iniciar'].includes(one.innerText.trim()) && one.offsetParent).pop();
            // What a person reads, or hears.
            window.read = () => [form().innerText, ...[...form().querySelectorAll('[placeholder], [aria-label], [title]')]
              .flatMap(one => [one.placeholder, one.ariaLabel, one.title])].filter(Boolean).join('\\n');
            // How labels, answers, fields and help look, where the form has them.
            window.looks = () => {
              const css = (element, ...names) => names.map(name => getComputedStyle(element)[name]).join(' ');
              const text = ['fontFamily', 'fontSize', 'fontWeight', 'letterSpacing', 'color'];
              const left = element => Math.round(element.getBoundingClientRect().x - form().getBoundingClientRect().x);
              const seen = {};
              const area = [...form().querySelectorAll('textarea')].find(one => one.offsetParent);
              if (area) {
                const label = area.closest('label');
                seen.label = css(label, ...text) + ' ' + left(label);
                seen.field = css(area, 'fontFamily', 'fontSize', 'padding', 'borderRadius') + ' ' + left(area);
              }
              const radio = form().querySelector('.radio input');
              if (radio) {
                const box = radio.getBoundingClientRect();
                seen.question = css(radio.closest('[role=radiogroup]').firstElementChild, ...text);
                seen.answer = css(radio.closest('label'), ...text) + ' ' + left(radio) + ' ' + Math.round(box.width);
              }
              const help = [...form().querySelectorAll('.help-block')].find(one => one.offsetParent);
              if (help) {
                seen.help = css(help, 'fontFamily', 'fontSize', 'color') + ' ' + left(help);
              }
              return seen;
            };
            window.textOf = radio => radio.closest('label').innerText.trim().split('\\n')[0];
            window.questionOf = radio => radio.name;
            window.notices = () => [...document.querySelectorAll('.page-notifications .alert, .modal .alert-danger')]
              .filter(one => one.querySelector('.close'));
            window.answer = (question, text) => {
              const radio = [...form().querySelectorAll('input[type=radio]')]
                .find(one => questionOf(one) === question && textOf(one) === text);
              if (radio) { radio.click(); }
            };
            window.press = () => {
              if (!form() || !button()) { return; }
              notices().forEach(one => one.querySelector('.close').click());
              button().click();
            };
            window.types = (field, text) => {
              field.value = text;
              ['input', 'change', 'blur'].forEach(event => field.dispatchEvent(new Event(event, {bubbles: true})));
            };
            window.fillsWhatIsEmpty = () => {
              if (!form()) { return; }
              form().querySelectorAll('input:not([type=radio]):not([type=file]):not([type=hidden]):not([disabled]), textarea:not([disabled])').forEach(field => {
                if (!field.value) { types(field, field.type === 'datetime-local' ? '2030-01-15T22:00' : '1'); }
              });
              form().querySelectorAll('select').forEach(field => {
                if (!field.value || field.value.startsWith('?')) { types(field, [...field.options].find(one => one.value && !one.value.startsWith('?')).value); }
              });
              new Set([...form().querySelectorAll('input[type=radio]')].map(questionOf)).forEach(question => {
                const group = [...form().querySelectorAll('input[type=radio]')].filter(one => questionOf(one) === question);
                if (!group.some(one => one.checked)) { group[0].click(); }
              });
            };
            // What the form says it needs, if all of it is in sight.
            window.says = () => {
              if (!form()) { return ''; }
              const sentences = [...[...form().querySelectorAll('p')].slice(-1), ...notices().map(one => one.querySelector('.message') || one)]
                .map(one => one.innerText.trim()).filter(text => /^(Still needed|Not complete yet): /.test(text));
              const shown = form().innerText;
              const names = sentences.join(' ').replace(/(Still needed|Not complete yet): /g, '').replace(/\\.( |$)/g, ', ').split(', ').filter(name => name);
              return names.every(name => shown.includes(name) || form().querySelector('[name="' + CSS.escape(name) + '"]'))
                ? sentences.join(' ') : '';
            };
            """;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, String> looks = new HashMap<>();

    @Test
    void completeIsNeverDeadWithoutAWord() {
        var process = everywhere();
        var admin = person("admin").opensTasklist();
        prepare(admin.page());
        for (var step : userTasks()) {
            open(process, step, admin.page());
            isNeverDead(step, admin.page());
        }

        var support = person("support");
        prepare(support.page());
        for (var start : List.of("Type-4 deployment", "Change an intervention", "Report an incident")) {
            support.opensStartForm(start);
            isNeverDead(start, support.page());
        }
    }

    /** With every answer in sight once: some of a form's texts are there after an answer only. */
    @Test
    void noFormSpeaksEnglishToWhoReadsSpanish() {
        var process = everywhere();
        var admin = person("admin");
        admin.page()
                .context()
                .addCookies(
                        List.of(new Cookie("language", "es").setUrl(admin.page().url())));
        prepare(admin.page());
        admin.page().navigate(TASKLIST);
        for (var step : userTasks()) {
            open(process, step, admin.page());
            speaksSpanish(step, admin.page());
            admin.looks("spanish-" + step);
        }
        for (var start : List.of("type-4-deployment", "change-intervention", "report-incident")) {
            admin.page().navigate("about:blank");
            admin.page().navigate(TASKLIST + "#/?processStart=" + start);
            speaksSpanish(start, admin.page());
            admin.looks("spanish-" + start);
        }
    }

    private void speaksSpanish(String step, Page page) {
        isThere(page);
        isSpanish(step, page);
        for (var question : questions(page)) {
            for (var answer : question.subList(1, question.size())) {
                page.evaluate("([q, a]) => answer(q, a)", List.of(question.get(0), answer));
                isSpanish("%s, %s %s".formatted(step, question.get(0), answer), page);
            }
        }
    }

    private static void isSpanish(String what, Page page) {
        assertThat(ENGLISH.matcher((String) page.evaluate("() => read()"))
                        .results()
                        .map(MatchResult::group))
                .as(what)
                .isEmpty();
    }

    /** One intervention that stands at every task at once. */
    private String everywhere() {
        var process = requested();
        // Whatever leads to a rollback has noted since when users cannot work.
        runtime.setVariable(process, UNAVAILABLE_SINCE.name(), Date.from(now()));
        for (var step : userTasks()) {
            runtime.createProcessInstanceModification(process)
                    .startBeforeActivity(step)
                    .execute();
        }
        return process;
    }

    private void open(String process, String step, Page page) {
        var task = tasks.createTaskQuery()
                .processInstanceId(process)
                .taskDefinitionKey(step)
                .list()
                .get(0);
        tasks.setAssignee(task.getId(), "admin");
        // The form before stays in sight until this one is there.
        page.evaluate("() => { if (form()) { form().dataset.before = true; } }");
        page.navigate(TASKLIST + "#/?task=" + task.getId());
    }

    private static Collection<String> userTasks() {
        return Bpmn.readModelFromFile(Path.of("bpmn", "type-4-deployment.bpmn").toFile())
                .getModelElementsByType(UserTask.class)
                .stream()
                .map(UserTask::getId)
                .toList();
    }

    private String requested() {
        var request = new HashMap<String, Object>();
        request.putAll(Map.of(
                "instanceCode", "ACME-UAT",
                "changeKind", "APACHE",
                "severity", "NONE",
                "windowStartLocal", tenAtNight(MADRID, 6).toString(),
                "downtimeMinutes", 45,
                "reason", "Otros cifrados",
                "flagPossible", false,
                "flagReason", "Es propio del servidor"));
        request.putAll(Map.of(
                "bigChanges", false,
                "plan", "Editar y recargar",
                "rollbackPlan", "Reponer el archivo",
                "noticeChannels", "EMAIL"));
        identity.setAuthentication("support", List.of("support"));
        try {
            var id = runtime.startProcessInstanceByKey(Elements.LIFECYCLE, request)
                    .getId();
            identity.clearAuthentication();
            var later = Date.from(now().plus(Duration.ofDays(7)));
            for (var moment : List.of("actualStart", "supportUntil", "pointOfNoReturn")) {
                runtime.setVariable(id, moment, later);
            }
            runtime.setVariable(id, "outcome", "DEPLOYED");
            runtime.setVariable(id, "incidentSeverity", "MINOR");
            runtime.setVariable(id, "causedByUpdate", "NO");
            return id;
        } finally {
            identity.clearAuthentication();
        }
    }

    private void prepare(Page page) {
        page.addInitScript(LOOK);
        page.evaluate(LOOK);
        page.route("**/submit-form", route -> {
            sent.incrementAndGet();
            route.fulfill(new FulfillOptions()
                    .setStatus(400)
                    .setContentType("application/json")
                    .setBody("{\"type\":\"Refused\",\"message\":\"Not now\"}"));
        });
        page.route(
                "**/api/interventions?**",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                                "{\"items\":[{\"key\":\"INT-2027-0001-ACME-PRO\",\"windowStart\":\"2027-01-15T21:00:00Z\","
                                        + "\"windowStartLocal\":\"2027-01-15T22:00\",\"zone\":\"Europe/Madrid\"}]}")));
    }

    private void isNeverDead(String step, Page page) {
        isThere(page);
        looksLikeTheOthers(step, page);
        pressed(step + ", untouched", page);
        for (var question : questions(page)) {
            var answers = question.subList(1, question.size());
            for (var answer : everyOrder(answers)) {
                page.evaluate("([q, a]) => answer(q, a)", List.of(question.get(0), answer));
                pressed("%s, %s %s".formatted(step, question.get(0), answer), page);
            }
        }
        fillsIn(step, page);
    }

    private static void isThere(Page page) {
        page.waitForFunction(
                "() => { const f = form(); const b = button(); return f && b && !f.dataset.before && f.offsetParent && f.innerText.length > 20; }",
                null,
                new Page.WaitForFunctionOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    @SuppressWarnings("unchecked")
    private void looksLikeTheOthers(String step, Page page) {
        var seen = (Map<String, String>) page.evaluate("() => looks()");
        seen.forEach((part, look) -> looks.putIfAbsent(part, look));
        assertThat(looks).as("the form of " + step).containsAllEntriesOf(seen);
    }

    private void fillsIn(String step, Page page) {
        var before = sent.get();
        await(step + ", everything filled in")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    page.evaluate("() => fillsWhatIsEmpty()");
                    page.waitForTimeout(400);
                    pressed(step + ", filled in", page);
                    return sent.get() > before;
                });
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> questions(Page page) {
        return (List<List<String>>) page.evaluate(QUESTIONS);
    }

    /** Each answer follows each other one at least once. */
    private static List<String> everyOrder(List<String> answers) {
        var order = new ArrayList<String>();
        for (var i = 0; i < answers.size(); i++) {
            for (var j = i + 1; j < answers.size(); j++) {
                order.addAll(List.of(answers.get(i), answers.get(j), answers.get(i)));
            }
        }
        return order;
    }

    /** A form that draws itself anew a moment after an answer may have to be pressed again. */
    private void pressed(String what, Page page) {
        var before = sent.get();
        await(what + ": nothing was sent, and nothing is said")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    page.evaluate("() => press()");
                    page.waitForTimeout(20);
                    return sent.get() > before || !says(page).isEmpty();
                });
    }

    private static String says(Page page) {
        return (String) page.evaluate("() => says()");
    }
}
