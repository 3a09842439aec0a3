package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Channels;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.Frequency;
import com.athento.deployment.intervention.Impact;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Fault;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row changes some fields of a request that is right; the instance runs 9.9. */
class RequestTest {

    private static final Instant NOW = Instant.parse("2027-02-02T09:00:00Z");

    private static final Map<String, Object> RIGHT = Map.ofEntries(
            Map.entry("changeKind", "VERSION_UPGRADE"),
            Map.entry("targetVersion", "9.10"),
            Map.entry("severity", "NONE"),
            Map.entry("windowStartLocal", "2027-02-06T22:00"),
            Map.entry("downtimeMinutes", 45),
            Map.entry("reason", "Monthly upgrade"),
            Map.entry("flagPossible", false),
            Map.entry("flagReason", "No flag covers it"),
            Map.entry("bigChanges", false),
            Map.entry("plan", "Stop, install, start"),
            Map.entry("rollbackPlan", "Restore the snapshot"),
            Map.entry("noticeChannels", "EMAIL"));

    /** A change of another type, with nothing more. */
    private static final Map<String, Object> ENDS_AT_ONCE = Map.of("changeKind", "NEW_FIELD", "severity", "NONE");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            changeKind= | changeKind: missing; give the kind of change, such as VERSION_UPGRADE
            severity= | severity: missing; give one, NONE for a routine change
            targetVersion= | targetVersion: missing; give a version higher than 9.9
            targetVersion=9.9 | targetVersion: '9.9' is not higher than the current version 9.9; give a higher one, since going back is never requested
            targetVersion=9.9.0 | targetVersion: '9.9.0' is not higher than the current version 9.9; give a higher one, since going back is never requested
            targetVersion=9.8.99 | targetVersion: '9.8.99' is not higher than the current version 9.9; give a higher one, since going back is never requested
            targetVersion=v9.10 | targetVersion: 'v9.10' is not a version; give numbers joined by dots, such as 24.2.0
            targetVersion=9.10. | targetVersion: '9.10.' is not a version; give numbers joined by dots, such as 24.2.0
            changeKind=APACHE | targetVersion: '9.10' does not go with APACHE, which leaves the version as it is; give none
            changeKind=HOTFIX | targetVersion: '9.10' does not go with HOTFIX, which leaves the version as it is; give none
            severity=MINOR | reportedAt: missing; severity MINOR needs the time of the report, such as 2027-01-15T22:00:00+01:00
            severity=MINOR,reportedAt=2027-02-02T09:00:00.001Z | reportedAt: '2027-02-02T09:00:00.001Z' is in the future; give the time at which the incident was reported
            windowStartLocal= | windowStartLocal: missing; give the client's local time, such as 2027-01-15T22:00
            windowStartLocal=2027-02-02T10:00 | windowStartLocal: '2027-02-02T10:00' is in the past, as it is 2027-02-02T10:00 in Europe/Madrid now; give a later time
            windowStartLocal=2027-02-02T09:59 | windowStartLocal: '2027-02-02T09:59' is in the past, as it is 2027-02-02T10:00 in Europe/Madrid now; give a later time
            windowStartLocal=2027-03-28T02:30 | windowStartLocal: '2027-03-28T02:30' does not exist in Europe/Madrid, where clocks go forward then; give 2027-03-28T03:00 or later
            windowStartLocal=2027-10-31T02:30 | windowStartLocal: '2027-10-31T02:30' exists twice in Europe/Madrid, where clocks go back then; give windowOffset, too: +02:00 or +01:00
            windowOffset=+02:00 | windowOffset: '+02:00' is not the offset of 2027-02-06T22:00 in Europe/Madrid; give +01:00 or leave it out
            downtimeMinutes= | downtimeMinutes: missing; give whole minutes from 1 to 60
            downtimeMinutes=0 | downtimeMinutes: '0' is out of range; give whole minutes from 1 to 60
            downtimeMinutes=61 | downtimeMinutes: '61' is out of range; give whole minutes from 1 to 60
            changeKind=APACHE,targetVersion=,downtimeMinutes=46 | downtimeMinutes: '46' is out of range; give whole minutes from 1 to 45
            downtimeMinutes=-1 | downtimeMinutes: '-1' is out of range; give whole minutes from 1 to 60
            reason= | reason: missing; say why the change is needed
            flagPossible= | flagPossible: missing; say whether a feature flag or a change of type 1 to 3 does it
            flagReason= | flagReason: missing; say why a feature flag or a change of type 1 to 3 does it or not
            bigChanges= | bigChanges: missing; say whether it brings big changes
            plan= | plan: missing; say how it will be done
            rollbackPlan= | rollbackPlan: missing; say how to go back
            releaseNotesUrl=ftp://example.com/notes | releaseNotesUrl: 'ftp://example.com/notes' is not a web address; give one such as https://example.com/notes
            releaseNotesUrl=javascript:alert(1) | releaseNotesUrl: 'javascript:alert(1)' is not a web address; give one such as https://example.com/notes
            releaseNotesUrl=https:/// | releaseNotesUrl: 'https:///' is not a web address; give one such as https://example.com/notes
            releaseNotesUrl=notes.html | releaseNotesUrl: 'notes.html' is not a web address; give one such as https://example.com/notes
            noticeChannels= | noticeChannels: missing; give EMAIL, IN_APP or both, or NONE with a reason
            noticeChannels=SMS | noticeChannels: 'SMS' is not known; give EMAIL, IN_APP, or NONE alone
            noticeChannels=EMAIL;NONE | noticeChannels: 'NONE' is not known; give EMAIL, IN_APP, or NONE alone
            noticeChannels=NONE | noNoticeReason: missing; say why nobody is told, or choose a channel
            noticeChannels=NONE,noNoticeReason= | noNoticeReason: missing; say why nobody is told, or choose a channel
            """)
    void isRefused(String changes, String sentence) {
        assertThatThrownBy(() -> read(changes)).isInstanceOf(Refused.class).hasMessage(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "targetVersion=9.9.1",
                "targetVersion=10",
                "changeKind=APACHE,targetVersion=",
                "severity=MINOR,reportedAt=2027-02-02T09:00:00Z",
                "windowStartLocal=2027-02-02T10:01",
                "windowStartLocal=2027-10-31T02:30,windowOffset=+01:00",
                "downtimeMinutes=1",
                "downtimeMinutes=60",
                "changeKind=APACHE,targetVersion=,downtimeMinutes=45",
                "releaseNotesUrl=http://example.com",
                "releaseNotesUrl=https://example.com/notes?version=9.10#new",
                "noticeChannels=EMAIL; EMAIL",
                "noticeChannels=NONE,noNoticeReason=Nobody works there yet"
            })
    void isTaken(String changes) {
        assertThat(read(changes)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b\ufeff", " \u2003\r\n\t\u3000"})
    void aTextThatNobodySeesIsMissing(String unseen) {
        assertThatThrownBy(() -> read("plan=" + unseen))
                .isInstanceOf(Refused.class)
                .hasMessage("plan: missing; say how it will be done");
    }

    @Test
    void dropsWhatDoesNotApply() {
        var request = read("reportedAt=2027-02-01T09:00:00Z,noNoticeReason=Never mind");

        assertThat(request.severity()).isEqualTo(Severity.NONE);
        assertThat(request.reportedAt()).isEmpty();
        assertThat(request.channels()).contains(new NoticeChoice(Channels.of("EMAIL"), Optional.empty()));
    }

    @Test
    void isRefusedWithAllItsFaultsAtOnce() {
        assertThatThrownBy(
                        () -> read(
                                "targetVersion=9.9,windowStartLocal=2027-02-02T10:00,downtimeMinutes=sixty,plan=,noticeChannels=NONE"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults(Language.EN))
                                .extracting(Fault::field)
                                .containsExactly(
                                        "targetVersion",
                                        "windowStartLocal",
                                        "downtimeMinutes",
                                        "plan",
                                        "noNoticeReason"))
                .hasMessageStartingWith("targetVersion: '9.9' is not higher")
                .hasMessageContaining("give one such as 30. plan: missing; say how it will be done. noNoticeReason: ");
    }

    @Test
    void nothingIsSaidOfWhatDependsOnSomethingElseThatIsWrong() {
        assertThatThrownBy(() -> read("changeKind=UPGRADE,severity=HIGH,targetVersion=9.9"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults(Language.EN))
                                .extracting(Fault::field)
                                .containsExactly("changeKind", "severity"));
    }

    /** Only what the mail about the right procedure needs. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            severity= | severity: missing; give one, NONE for a routine change
            severity=MINOR | reportedAt: missing; severity MINOR needs the time of the report, such as 2027-01-15T22:00:00+01:00
            changeKind=APACHE,plan=Edit,rollbackPlan=Undo,noticeChannels=EMAIL,bigChanges=false,flagReason=None,reason=Ciphers,downtimeMinutes=45,windowStartLocal=2027-02-06T22:00 | flagPossible: missing; say whether a feature flag or a change of type 1 to 3 does it
            flagPossible=true | flagReason: missing; say why a feature flag or a change of type 1 to 3 does it or not
            changeKind=APACHE,flagPossible=true | flagReason: missing; say why a feature flag or a change of type 1 to 3 does it or not
            changeKind=VERSION_UPGRADE,flagPossible=true,flagReason=A flag,targetVersion=v9.10 | targetVersion: 'v9.10' is not a version; give numbers joined by dots, such as 24.2.0
            targetVersion=9.10 | targetVersion: '9.10' does not go with NEW_FIELD, which leaves the version as it is; give none
            windowStartLocal=tonight | windowStartLocal: 'tonight' is not a local time; give one to the minute, such as 2027-01-15T22:00
            downtimeMinutes=61 | downtimeMinutes: '61' is out of range; give whole minutes from 1 to 60
            noticeChannels=SMS | noticeChannels: 'SMS' is not known; give EMAIL, IN_APP, or NONE alone
            """)
    void whatEndsAtOnceIsRefusedForWhatItsMailNeedsOrCannotBeRead(String changes, String sentence) {
        assertThatThrownBy(() -> read(changes, ENDS_AT_ONCE))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "severity=NONE",
                "flagPossible=false",
                "flagPossible=true,flagReason=A flag",
                "changeKind=VERSION_UPGRADE,flagPossible=true,flagReason=A flag",
                "changeKind=VERSION_UPGRADE,flagPossible=true,flagReason=A flag,targetVersion=9.8",
                "windowStartLocal=2027-02-02T09:59",
                "downtimeMinutes=60",
                "noticeChannels=NONE"
            })
    void whatEndsAtOnceMayLeaveOutTheRest(String changes) {
        assertThat(read(changes, ENDS_AT_ONCE)).isNotNull();
    }

    @Test
    void whatEndsAtOnceKeepsWhatIsGiven() {
        var bare = read("severity=NONE", ENDS_AT_ONCE);
        var full = read("flagPossible=true,flagReason=A flag,targetVersion=9.8,windowStartLocal=2027-02-02T09:59");

        assertThat(bare.window()).isEmpty();
        assertThat(bare.plan()).isEmpty();
        assertThat(bare.channels()).isEmpty();
        assertThat(full.window()).map(Window::minutes).contains(45);
        assertThat(full.target()).contains(new Version("9.8"));
        assertThat(full.plan()).contains("Stop, install, start");
        assertThat(full.channels()).contains(new NoticeChoice(Channels.of("EMAIL"), Optional.empty()));
    }

    private static DeploymentType type(ChangeKind kind) {
        return switch (kind) {
            case NEW_FIELD, HOTFIX -> new DeploymentType(3, Impact.HIGH, Frequency.WEEKLY, 10);
            case APACHE -> new DeploymentType(4, Impact.HIGH, Frequency.MONTHLY, 45);
            default -> new DeploymentType(4, Impact.HIGH, Frequency.MONTHLY, Window.LONGEST);
        };
    }

    private static Request read(String changes) {
        return read(changes, RIGHT);
    }

    private static Request read(String changes, Map<String, Object> right) {
        var fields = new HashMap<>(right);
        Arrays.stream(changes.split(","))
                .map(change -> change.split("=", 2))
                .forEach(change -> fields.put(change[0], change[1].replace(';', ',')));
        var reading = new Reading();
        var request = Request.read(
                fields::get,
                Optional.of(new Version("9.9")),
                Optional.of(Plans.MADRID),
                NOW,
                RequestTest::type,
                channels -> {},
                reading);
        reading.end();
        return request.orElseThrow();
    }
}
