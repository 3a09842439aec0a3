package com.athento.deployment.mail;

import static com.athento.deployment.mail.MailFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Contact;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets a mail, and who doesn't. */
class AddresseesTest {

    private final MailFixture fixture = new MailFixture();

    @Test
    void theContactGetsItAndDeputiesACopy() {
        assertThat(of("consent-request: CONTACT")).containsExactly("To: ana@acme.example\nCc: eva@acme.example");
    }

    @Test
    void aDeputyAloneIsEnough() {
        fixture.contacts.removeIf(contact -> contact.role() == Contact.Role.CONTACT);

        assertThat(of("consent-request: CONTACT")).containsExactly("Cc: eva@acme.example");
    }

    @Test
    void aClientWithoutContactIsAFaultOfTheRegister() {
        fixture.contacts.clear();

        assertThatThrownBy(() -> of("consent-request: CONTACT"))
                .hasMessage("the client ACME has no contact; add one with role CONTACT to the register");
    }

    @Test
    void nobodyIsToldTwiceInOneMail() {
        contact("ANA@acme.example", Contact.Role.DEPUTY);

        assertThat(of("consent-request: CONTACT")).containsExactly("To: ana@acme.example\nCc: eva@acme.example");
    }

    @Test
    void theInformedContactIsWhoeverWasTold() {
        fixture.told("consent-request", Recipients.CONTACT, START, 30, "To: before@acme.example");

        assertThat(of("ending-for-contact: INFORMED_CONTACT")).containsExactly("To: before@acme.example");
    }

    @ParameterizedTest
    @EnumSource(
            value = Recipients.class,
            names = {"INFORMED_CONTACT", "INFORMED_END_USERS", "INFORMED_COLLEAGUES"})
    void whoWasToldNothingIsToldNoEnd(Recipients recipients) {
        fixture.told("right-procedure", Recipients.REQUESTER, START, 30, "To: rita@athento.example");

        assertThat(of("ending-for-contact: " + recipients)).isEmpty();
    }

    @Test
    void aMailThatReachedNobodyIsNoNews() {
        fixture.told.add(new Told(
                "earlier",
                new Mailing("consent-request", Recipients.CONTACT),
                LoggedMail.State.REFUSED,
                Envelope.parse(""),
                START,
                30,
                false,
                Claim.NONE));

        assertThat(of("ending-for-contact: INFORMED_CONTACT")).isEmpty();
    }

    @Test
    void theContactIsNotToldOfTheChangeThatItAskedFor() {
        fixture.told("consent-request", Recipients.CONTACT, START, 30, "To: ana@acme.example");
        fixture.variables.put("replanCause", "CONTACT_ANSWER");

        assertThat(of("change-for-contact: INFORMED_CONTACT")).isEmpty();
        assertThat(of("ending-for-contact: INFORMED_CONTACT")).isNotEmpty();
    }

    @Test
    void theContactIsToldOfEveryOtherChange() {
        fixture.told("consent-request", Recipients.CONTACT, START, 30, "To: ana@acme.example");
        fixture.variables.put("replanCause", "RESCHEDULED");

        assertThat(of("change-for-contact: INFORMED_CONTACT")).containsExactly("To: ana@acme.example");
    }

    @Test
    void colleaguesAreTheTeamsAtTheirOwnAddressesOrTheirMembersAndTheRequester() {
        account("rita", "rita@athento.example");
        members("systems", "sam@athento.example", "RITA@athento.example");
        members("qa");
        members("support", "sue@athento.example");

        assertThat(of("window-for-colleagues: COLLEAGUES")).containsExactly("""
                        To: rita@athento.example
                        To: sam@athento.example
                        To: soporte@athento.example""");
    }

    @Test
    void aRequesterOfATeamThatIsToldHearsItThere() {
        account("rita", "rita@athento.example");
        members("systems");
        members("qa");
        var rita = person("rita@athento.example");
        given(rita.getId()).willReturn("rita");
        given(fixture.people.createUserQuery().memberOfGroup("support").list()).willReturn(List.of(rita));

        assertThat(of("window-for-colleagues: COLLEAGUES")).containsExactly("To: soporte@athento.example");
    }

    @Test
    void whoAnswersForItAreManagersProjectProductAndTheRequesterInOneMail() {
        account("rita", "rita@athento.example");
        members("managers", "maya@athento.example");
        members("product", "pia@athento.example", "maya@athento.example");

        assertThat(of("rollback-for-colleagues: RESPONSIBLE")).containsExactly("""
                        To: rita@athento.example
                        To: maya@athento.example
                        To: proyecto@athento.example
                        To: pia@athento.example""");
    }

    @Test
    void theyHearTheEndOfARollbackAndNoOrdinaryResult() {
        account("rita", "rita@athento.example");
        members("managers");
        members("product");
        fixture.told("window-for-colleagues", Recipients.COLLEAGUES, START, 30, "To: rita@athento.example");
        fixture.variables.put("outcome", "DEPLOYED");
        assertThat(of("result-for-colleagues: RESPONSIBLE")).isEmpty();

        fixture.variables.put("outcome", "ROLLED_BACK");
        assertThat(of("result-for-colleagues: RESPONSIBLE")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rollback-for-colleagues, RESPONSIBLE", "recovery-call, MANAGERS"})
    void whoWasCalledHearsThatItIsOverHoweverItEnded(String mail, Recipients called) {
        account("rita", "rita@athento.example");
        members("managers");
        members("product");
        fixture.variables.put("outcome", "DEPLOYED");
        fixture.told(mail, called, START, 30, "To: maya@athento.example");

        assertThat(of("result-for-colleagues: RESPONSIBLE")).isNotEmpty();
    }

    @Test
    void whoLeftATeamAfterItWasToldOfADateHearsOfTheNextOne() {
        members("systems");
        members("qa");
        fixture.told("window-for-colleagues", Recipients.COLLEAGUES, START, 30, "To: q@athento.example");

        assertThat(of("window-for-colleagues: COLLEAGUES"))
                .containsExactly("To: soporte@athento.example\nTo: q@athento.example");
    }

    @Test
    void aRequesterWhoIsToldOfTheEndAsAColleagueIsToldOnce() {
        account("rita", "rita@athento.example");
        fixture.told("window-for-colleagues", Recipients.COLLEAGUES, START, 30, "To: rita@athento.example");

        assertThat(of("ending-for-requester: REQUESTER")).isEmpty();
        assertThat(of("ending-for-colleagues: INFORMED_COLLEAGUES")).containsExactly("To: rita@athento.example");
    }

    @Test
    void colleaguesHearOfTheAgreedWindowAndOfItsChangeOnce() {
        fixture.told("approval-reminder", Recipients.PRODUCT, START, 30, "To: pia@athento.example");
        assertThat(of("change-for-colleagues: INFORMED_COLLEAGUES")).isEmpty();

        fixture.told("window-for-colleagues", Recipients.COLLEAGUES, START, 30, "To: q@athento.example");
        assertThat(of("change-for-colleagues: INFORMED_COLLEAGUES")).containsExactly("To: q@athento.example");

        fixture.told("change-for-colleagues", Recipients.INFORMED_COLLEAGUES, START, 30, "To: q@athento.example");
        assertThat(of("change-for-colleagues: INFORMED_COLLEAGUES"))
                .as("taken back before")
                .isEmpty();
        assertThat(of("ending-for-colleagues: INFORMED_COLLEAGUES")).containsExactly("To: q@athento.example");
    }

    @Test
    void endUsersAreToldInChunksAndNobodySeesAnother() {
        fixture.contacts.clear();
        IntStream.range(0, 101).forEach(i -> contact("user%d@acme.example".formatted(i), Contact.Role.END_USERS));

        var envelopes =
                fixture.addressees().of(Mailing.parse("user-notice: END_USERS").get(0), fixture.situation());

        assertThat(envelopes).extracting(envelope -> envelope.bcc().size()).containsExactly(50, 50, 1);
        assertThat(envelopes)
                .allSatisfy(envelope ->
                        assertThat(envelope.to()).isEqualTo(List.of()).isEqualTo(envelope.cc()));
    }

    @Test
    void endUsersAreNotToldByAChannelThatWasNotChosen() {
        fixture.set(Variables.NOTICE_CHANNELS, "NONE");

        assertThat(of("user-notice: UNINFORMED_END_USERS")).isEmpty();
        assertThat(of("result-for-users: END_USERS")).isEmpty();
    }

    @Test
    void whoWasToldIsToldOfTheChangeWhateverTheChannelIsNow() {
        fixture.told("user-notice", Recipients.UNINFORMED_END_USERS, START, 30, "Bcc: x@acme.example")
                .set(Variables.NOTICE_CHANNELS, "NONE");

        assertThat(of("change-for-users: INFORMED_END_USERS")).containsExactly("Bcc: x@acme.example");
    }

    @Test
    void usersWhoKnowExactlyThisWindowAreNotToldAgain() {
        fixture.told("user-notice", Recipients.UNINFORMED_END_USERS, START, 30, "Bcc: x@acme.example");

        assertThat(of("user-notice: UNINFORMED_END_USERS")).isEmpty();
    }

    @Test
    void usersAreToldAgainWhenAnythingIsOtherThanTheyKnow() {
        fixture.told("user-notice", Recipients.UNINFORMED_END_USERS, START, 45, "Bcc: x@acme.example");
        assertThat(of("user-notice: UNINFORMED_END_USERS")).isNotEmpty();

        fixture.told.clear();
        fixture.told(
                "user-notice",
                Recipients.UNINFORMED_END_USERS,
                START.minus(Duration.ofDays(1)),
                30,
                "Bcc: x@acme.example");
        assertThat(of("user-notice: UNINFORMED_END_USERS")).isNotEmpty();
    }

    @Test
    void usersWhoseDateWasTakenBackAreToldTheSameDateAgain() {
        fixture.told("user-notice", Recipients.UNINFORMED_END_USERS, START, 30, "Bcc: x@acme.example")
                .told("change-for-users", Recipients.INFORMED_END_USERS, START, 30, "Bcc: x@acme.example");

        assertThat(of("user-notice: UNINFORMED_END_USERS")).isNotEmpty();
    }

    @Test
    void theProjectTeamGetsTheOfficialEndOrTheContactWhereThereIsNone() {
        assertThat(of("closing: PROJECT_TEAM")).containsExactly("To: ana@acme.example\nCc: eva@acme.example");

        contact("team@acme.example", Contact.Role.PROJECT_TEAM);
        contact("more@acme.example", Contact.Role.PROJECT_TEAM);
        assertThat(of("closing: PROJECT_TEAM")).containsExactly("To: team@acme.example\nTo: more@acme.example");
    }

    @Test
    void theRequesterIsToldUnlessTheyEndedItThemselves() {
        account("rita", "rita@athento.example");
        assertThat(of("ending-for-requester: REQUESTER")).containsExactly("To: rita@athento.example");

        fixture.set(Variables.ENDED_BY, "paul");
        assertThat(of("ending-for-requester: REQUESTER")).isNotEmpty();

        fixture.set(Variables.ENDED_BY, "rita");
        assertThat(of("ending-for-requester: REQUESTER")).isEmpty();
    }

    @Test
    void aTeamIsItsMembersOrItsOwnAddress() {
        members("managers", "maya@athento.example", null, " ", "mike@athento.example");
        assertThat(of("recovery-call: MANAGERS")).containsExactly("To: maya@athento.example\nTo: mike@athento.example");

        members("support");
        assertThat(of("result-for-support: SUPPORT")).containsExactly("To: soporte@athento.example");

        members("qa");
        assertThat(of("result-for-support: QA")).isEmpty();
    }

    @Test
    void managersAreAlertedOnceButCalledEachTime() {
        members("managers", "maya@athento.example");
        fixture.told("point-of-no-return", Recipients.MANAGERS, START, 30, "To: maya@athento.example")
                .told("recovery-call", Recipients.MANAGERS, START, 30, "To: maya@athento.example");

        assertThat(of("point-of-no-return: MANAGERS")).isEmpty();
        assertThat(of("recovery-call: MANAGERS")).isNotEmpty();
    }

    private List<String> of(String mailing) {
        return fixture.addressees().of(Mailing.parse(mailing).get(0), fixture.situation()).stream()
                .map(Envelope::toString)
                .toList();
    }

    private void contact(String email, Contact.Role role) {
        fixture.contacts.add(new Contact("Somebody", email, role, Optional.empty()));
    }

    private void account(String id, String email) {
        var person = person(email);
        given(fixture.people.createUserQuery().userId(id).singleResult()).willReturn(person);
    }

    private void members(String group, String... emails) {
        var people = Arrays.stream(emails).map(AddresseesTest::person).toList();
        given(fixture.people.createUserQuery().memberOfGroup(group).list()).willReturn(people);
    }

    private static User person(String email) {
        var person = mock(User.class);
        given(person.getEmail()).willReturn(email);
        return person;
    }
}
