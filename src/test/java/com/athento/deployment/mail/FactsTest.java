package com.athento.deployment.mail;

import static com.athento.deployment.mail.MailFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ClosingTeam;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Examples;
import com.athento.deployment.record.Incident;
import com.athento.deployment.register.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mails say, in the words of their readers. */
class FactsTest {

    private final MailFixture fixture = new MailFixture();

    @ParameterizedTest(name = "{0} in {1} is {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-01-15T21:00:00Z|ES|viernes, 15 de enero de 2027, 22:00 (UTC+01:00, Europe/Madrid)|21:00 UTC",
                "2027-01-15T21:00:00Z|EN|Friday, 15 January 2027, 22:00 (UTC+01:00, Europe/Madrid)|21:00 UTC",
                "2027-07-15T20:00:00Z|EN|Thursday, 15 July 2027, 22:00 (UTC+02:00, Europe/Madrid)|20:00 UTC",
                // The night in which 02:30 comes twice.
                "2027-10-31T00:30:00Z|EN|Sunday, 31 October 2027, 02:30 (UTC+02:00, Europe/Madrid)|00:30 UTC",
                "2027-10-31T01:30:00Z|EN|Sunday, 31 October 2027, 02:30 (UTC+01:00, Europe/Madrid)|01:30 UTC",
                "2027-01-15T23:30:00Z|EN|Saturday, 16 January 2027, 00:30 (UTC+01:00, Europe/Madrid)|Friday, 15 January 2027, 23:30 UTC"
            })
    void aTimeIsTheClientsWithItsOffset(Instant start, Language language, String when, String utc) {
        fixture.set(Variables.WINDOW_START, start);

        assertThat(facts(language).times().when()).isEqualTo(when);
        assertThat(facts(language).times().whenUtc()).isEqualTo(utc);
    }

    /** Both forms of it tell the same. */
    @ParameterizedTest
    @CsvSource({
        "consent-request, CONTACT",
        "window-confirmed, CONTACT",
        "window-for-colleagues, COLLEAGUES",
        "user-notice, END_USERS",
        "result-for-contact, CONTACT",
        "closing, PROJECT_TEAM",
        "start-overdue, MANAGERS"
    })
    void nothingIsLookedUpTwiceForAMail(String mail, Recipients recipients) {
        answer(1, ConsentAnswer.AGREED, null);
        fixture.set(Variables.CLOSING_TEXT, "All done");

        fixture.render(mail, recipients, Language.ES);

        for (var asked :
                List.of(fixture.register, fixture.records, fixture.versions, fixture.tests, fixture.colleagues)) {
            assertThat(mockingDetails(asked).getInvocations())
                    .extracting(look -> look.getMethod().getName() + Arrays.toString(look.getRawArguments()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aRollbackAfterAFailedDeploymentIsWhatWhoeverDeployedStated() {
        fixture.set(Variables.DEPLOYED_BY, "sam").set(Variables.DEPLOYMENT_NOTES, "Disk full");

        assertThat(facts(Language.EN).reasons().rollback())
                .isEqualTo(new Reasons.Said("sam stated that the deployment failed", "Disk full"));
    }

    @Test
    void aRollbackAfterAFailedBatteryIsItsFigures() {
        fixture.set(Variables.DEPLOYMENT_NOTES, "Disk full");
        given(fixture.records.settledBatteries(anyString()))
                .willReturn(List.of(
                        Examples.battery(100, 99, 1, 0, 0, Verdict.PASSED),
                        Examples.battery(100, 79, 20, 1, 0, Verdict.FAILED)));

        assertThat(facts(Language.EN).reasons().rollback())
                .isEqualTo(new Reasons.Said(
                        "The quality tests did not reach 80\u00a0%. 100 tests: 79 passed (79\u00a0%), 20 failed, 1 blocked, 0 not run. Failed (less than 80\u00a0%).",
                        null));
    }

    /** Users worked with the version: its last battery has not failed. */
    @Test
    void aRollbackDemandedInSupportIsItsIncidentAndWhoeverConfirmedIt() {
        given(fixture.records.settledBatteries(anyString()))
                .willReturn(List.of(
                        Examples.battery(100, 79, 20, 1, 0, Verdict.FAILED),
                        Examples.battery(100, 80, 20, 0, 0, Verdict.PASSED)));
        given(fixture.records.rollbackDemanded(MailFixture.KEY)).willReturn(demand("sue"));
        assertThat(facts(Language.EN).reasons().rollback())
                .isEqualTo(new Reasons.Said(
                        "sue asked for the rollback because of the incident “Nobody can log in” (Blocker), and maya confirmed it",
                        "Too much"));

        given(fixture.records.rollbackDemanded(MailFixture.KEY)).willReturn(demand(null));
        assertThat(facts(Language.EN).reasons().rollback())
                .isEqualTo(new Reasons.Said(
                        "maya confirmed the rollback because of the incident “Nobody can log in” (Blocker)",
                        "Too much"));
    }

    private static Optional<Incident> demand(String askedBy) {
        return Optional.of(Examples.demand("Nobody can log in", Severity.BLOCKER, askedBy, "maya", "Too much"));
    }

    @ParameterizedTest
    @CsvSource({"es,ES", "es-CO,ES", "en,EN", "fr,EN", "de-CH,EN"})
    void whoseLanguageWeDoNotHaveReadsEnglish(String locale, Language language) {
        fixture.locale = Locale.forLanguageTag(locale);

        assertThat(fixture.situation().clientsLanguage()).isEqualTo(language);
    }

    @ParameterizedTest(name = "{0} minutes before the window: {1}")
    @CsvSource(
            nullValues = "-",
            value = {"5760,-", "2911,-", "2880,dentro de 2 días", "2875,dentro de 2 días", "2840,-", "60,-", "-5,-"})
    void onlyANoticeOnTimePromisesTwoDays(long minutes, String lead) {
        fixture.now = START.minus(Duration.ofMinutes(minutes));

        assertThat(facts(Language.ES).times().lead()).isEqualTo(lead);
    }

    @Test
    void theOldWindowIsTheOneThatThisReaderWasTold() {
        fixture.told("consent-request", Recipients.CONTACT, START.minus(Duration.ofDays(1)), 30, "To: ana@acme.example")
                .told("user-notice", Recipients.END_USERS, START, 45, "Bcc: x@acme.example");

        assertThat(facts(Language.EN).times().earlier())
                .isEqualTo(new Times.Earlier("Thursday, 14 January 2027, 22:00 (UTC+01:00, Europe/Madrid)", 30, true));
        assertThat(fixture.facts(new Mailing("user-notice", Recipients.END_USERS), Language.EN)
                        .times()
                        .earlier()
                        .moved())
                .isFalse();
    }

    @Test
    void whoeverKnowsTheWindowIsNotToldAnOldOne() {
        assertThat(facts(Language.EN).times().earlier()).isNull();

        fixture.told("consent-request", Recipients.CONTACT, START, 30, "To: ana@acme.example");
        assertThat(facts(Language.EN).times().earlier()).isNull();
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "79,100,79",
                "799999999,1000000000,79.9",
                "80,99,80.8",
                "2,3,66.6",
                "1,1,100",
                "0,0,–",
                "9223372036854775806,9223372036854775807,99.9"
            })
    void aShareIsNeverRoundedUp(long passed, long total, String share) {
        given(fixture.records.settledBatteries(anyString()))
                .willReturn(List.of(Examples.battery(total, passed, 0, 0, 0, Verdict.PASSED)));

        assertThat(facts(Language.EN).happened().batteries().get(0).share().replace("\u00a0%", ""))
                .isEqualTo(share);
    }

    @Test
    void theConsentIsTheClientsAnswerToThisPlan() {
        given(fixture.records.consentFrom(anyString(), anyInt())).willReturn(1);
        answer(1, ConsentAnswer.AGREED, null);
        assertThat(facts(Language.EN).consent().given())
                .isEqualTo("by Ana Ruiz, recorded Sunday, 10 January 2027, 11:00");

        answer(1, ConsentAnswer.AGREED, null, new Answerer("Ana Ruiz", List.of("Luis Gil", "Eva Gil")));
        assertThat(facts(Language.EN).consent().given())
                .startsWith("by Ana Ruiz, with the link of Luis Gil / Eva Gil, recorded");

        answer(1, ConsentAnswer.OTHER_WINDOW, START);
        assertThat(facts(Language.EN).consent().given()).startsWith("as proposed by Ana Ruiz");
    }

    @Test
    void anAnswerToAnotherPlanIsNoConsent() {
        given(fixture.records.consentFrom(anyString(), anyInt())).willReturn(2);
        answer(1, ConsentAnswer.AGREED, null);
        assertThat(facts(Language.EN).consent().given()).isNull();

        fixture.emergency = Optional.of(new Client.EmergencyConsent("CON-17", LocalDate.of(2027, 6, 30)));
        assertThat(facts(Language.EN).consent().given())
                .isEqualTo("on the strength of the standing emergency consent CON-17");
    }

    @Test
    void repliesToTheOfficialEndGoToTheTeamThatCloses() {
        var closing = new Mailing("closing", Recipients.PROJECT_TEAM);
        fixture.set(Variables.CLOSING_TEAM, ClosingTeam.SUPPORT);

        assertThat(fixture.facts(closing, Language.ES).ways().askAddress()).isEqualTo("soporte@athento.example");
        assertThat(facts(Language.ES).ways().askAddress()).isEqualTo("proyecto@athento.example");
    }

    @Test
    void colleaguesGoStraightToTheirTask() {
        var task = mock(Task.class);
        given(task.getId()).willReturn("4711");
        given(fixture.openTasks.list()).willReturn(List.of(task));

        assertThat(fixture.facts(new Mailing("recovery-call", Recipients.MANAGERS), Language.EN)
                        .ways()
                        .link())
                .isEqualTo("https://deployments.athento.example/go/task/4711");
        assertThat(fixture.facts(new Mailing("ending-for-requester", Recipients.REQUESTER), Language.EN)
                        .ways()
                        .link())
                .isEqualTo("https://deployments.athento.example/interventions/INT-2027-0042-ACME-PRO");
    }

    @Test
    void theTasksThatAreOpenAreCalledAsTheReaderCallsThem() {
        var task = mock(Task.class);
        given(task.getTaskDefinitionKey()).willReturn("start-deployment");
        given(task.getName()).willReturn("Start the deployment");
        given(fixture.openTasks.list()).willReturn(List.of(task));
        var mailing = new Mailing("point-of-no-return", Recipients.MANAGERS);

        assertThat(fixture.facts(mailing, Language.ES).happened().openTasks()).containsExactly("Iniciar el despliegue");
        assertThat(fixture.facts(mailing, Language.EN).happened().openTasks()).containsExactly("Start the deployment");
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "ftp://docs.example", "docs.example/24.2", "'  https'"})
    void onlyWebAddressesBecomeLinks(String url) {
        fixture.variables.put("releaseNotesUrl", url);

        assertThatThrownBy(() -> facts(Language.EN).change().releaseNotes())
                .hasMessageContaining("is not a web address");
    }

    @Test
    void bothDenialsAreTold() {
        fixture.variables.put("outcome", "DENIED");
        given(fixture.colleagues.name(any())).willReturn("Pía Soler");
        given(fixture.records.denials(anyString()))
                .willReturn(List.of(
                        Examples.denial(Team.PRODUCT, "pia", "Too risky"),
                        Examples.denial(Team.PROJECT, "pau", "Not now")));

        assertThat(facts(Language.EN).reasons().endings())
                .containsExactly(
                        new Reasons.Said("Pía Soler (product team) denied it", "Too risky"),
                        new Reasons.Said("Pía Soler (project team) denied it", "Not now"));
        assertThat(facts(Language.EN).reasons().ending().text())
                .as("nobody's internal words")
                .isNull();
    }

    @Test
    void aCancellationIsToldWithTheReasonThatHoldsNow() {
        fixture.variables.put("outcome", "CANCELLED");
        fixture.set(Variables.CHANGE_REASON, "The audit comes first")
                .set(Variables.NO_ANSWER_REASON, "No answer in a week");
        assertThat(facts(Language.EN).reasons().ending().text()).isEqualTo("The audit comes first");

        fixture.variables.put("consentOutcome", "GIVEN_UP");
        assertThat(facts(Language.EN).reasons().ending().text()).isEqualTo("No answer in a week");
    }

    private Facts facts(Language language) {
        return fixture.facts(new Mailing("consent-request", Recipients.CONTACT), language);
    }

    private void answer(int revision, ConsentAnswer answer, Instant proposed) {
        answer(revision, answer, proposed, new Answerer("Ana Ruiz", List.of("Ana Ruiz")));
    }

    private void answer(int revision, ConsentAnswer answer, Instant proposed, Answerer answerer) {
        given(fixture.records.lastAnswer(anyString()))
                .willReturn(Optional.of(Examples.answer(revision, answer, "Because", proposed, 45, answerer)));
    }
}
