package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Examples;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever types what a mail to the client repeats word for word reads that at the field. */
class LeavesTheHouseTest {

    private static final String MARK = "client reads it word for word";
    private static final String STAYS = "It stays in the house";

    private static final List<Variable<String>> TEXTS = List.of(
            Variables.REASON,
            Variables.FLAG_REASON,
            Variables.PLAN,
            Variables.ROLLBACK_PLAN,
            Variables.NO_NOTICE_REASON,
            Variables.EXCEPTION_REASON,
            Variables.CONSENT_REASON,
            Variables.NO_ANSWER_REASON,
            Variables.START_REASON,
            Variables.CHANGE_REASON,
            Variables.CLOSING_TEXT,
            Variables.DEPLOYMENT_NOTES,
            Variables.ROLLBACK_NOTES);

    private final MailFixture fixture = new MailFixture();

    @BeforeEach
    void everyTextIsItsOwnName() {
        TEXTS.forEach(text -> fixture.set(text, marked(text.name())));
        fixture.set(Variables.SUPPORT_UNTIL, MailFixture.START.plus(Duration.ofHours(25)));
        given(fixture.records.appliedHotfixes(anyString()))
                .willReturn(List.of(Examples.hotfix(marked("hotfixReference"), marked("hotfixNotes"))));
        given(fixture.records.incidents(anyString()))
                .willReturn(List.of(Examples.incident(
                        marked("incidentTitle"),
                        Severity.MINOR,
                        IncidentResolution.HANDED_OVER,
                        marked("ticketNumber"),
                        marked("resolutionNotes"))));
        given(fixture.records.lastAnswer(anyString()))
                .willReturn(Optional.of(Examples.answer(
                        1, ConsentAnswer.AGREED, null, null, 30, new Answerer(marked("consentBy"), List.of()))));
    }

    @Test
    void isMarkedInEveryForm() throws IOException {
        var leaving = leaving();

        try (var forms = Files.list(Path.of("bpmn/forms"))) {
            for (var form : forms.toList()) {
                var text = Files.readString(form);
                for (var name : leaving) {
                    var asked = form.toString().endsWith(".html")
                            ? fields(text, name)
                            : component(text, name).stream().toList();
                    if (!asked.isEmpty()) {
                        assertThat(asked)
                                .as("%s in %s", name, form)
                                .allMatch(field -> field.contains(MARK) || field.contains(STAYS))
                                .anyMatch(field -> field.contains(MARK));
                    }
                }
            }
        }
    }

    private Set<String> leaving() {
        var leaving = new TreeSet<String>();
        for (var outcome : List.of("DEPLOYED", "DECLINED", "CANCELLED")) {
            fixture.variables.put("outcome", outcome);
            leaving.addAll(repeated());
        }
        for (var cause : ReplanCause.values()) {
            fixture.variables.put("replanCause", cause.name());
            leaving.addAll(repeated("change-for-contact"));
        }
        assertThat(leaving)
                .contains("reason", "startReason", "hotfixNotes", "ticketNumber", "consentBy")
                .doesNotContain("rollbackPlan", "flagReason", "resolutionNotes");
        return leaving;
    }

    private List<String> repeated(String... mails) {
        return RenderedMailsTest.MAILS.entrySet().stream()
                .filter(mail -> mail.getValue().atClient())
                .filter(mail -> mails.length == 0 || List.of(mails).contains(mail.getKey()))
                .map(mail -> fixture.render(mail.getKey(), mail.getValue(), Language.EN)
                        .text())
                .flatMap(text -> Pattern.compile("<(\\w+)>").matcher(text).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static String marked(String name) {
        return "<" + name + ">";
    }

    /** Each field of that name: what is asked for may depend on the answer before. */
    private static List<String> fields(String form, String name) {
        var fields = new ArrayList<String>();
        var field = "ng-model=\"f." + name + "\"";
        for (var at = form.indexOf(field); at >= 0; at = form.indexOf(field, at + 1)) {
            fields.add(form.substring(at, form.indexOf("</div>", at)));
        }
        return fields;
    }

    private static Optional<String> component(String form, String name) throws IOException {
        for (var component : new ObjectMapper().readTree(form).get("components")) {
            if (component.path("key").asText().equals(name)
                    && !component.path("disabled").asBoolean()) {
                return Optional.of(component.path("description").asText());
            }
        }
        return Optional.empty();
    }
}
