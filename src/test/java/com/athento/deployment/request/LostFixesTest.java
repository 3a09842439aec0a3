package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.FixAnswer;
import com.athento.deployment.intervention.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostFixesTest {

    private static final Plan UPGRADE = Plans.upgrade("24.1.0", "24.2.0", "2027-02-07T22:00+01:00", 45);

    @ParameterizedTest(name = "{0} on the instance, {1} answered")
    @CsvSource({
        "'', '', ''",
        "HF-1, '', HF-1",
        "HF-1, HF-1, ''",
        "HF-1 HF-2, HF-2, HF-1",
        "HF-1 HF-2, '', 'HF-1, HF-2'",
        "HF-1, HF-11, HF-1",
        "HF-1, hf-1, HF-1",
        "'', HF-1, ''"
    })
    void everyFixIsAnswered(String onInstance, String answered, String lost) {
        var found = LostFixes.of(UPGRADE, words(onInstance), answers(answered)).finding(UPGRADE);

        assertThat(found.map(finding -> finding.sentence().parts().get(2)).orElse(""))
                .isEqualTo(lost);
        assertThat(found.stream().allMatch(finding -> finding.stops() && finding.exceptionPossible()))
                .isTrue();
    }

    @Test
    void aChangeThatLeavesTheVersionLosesNone() {
        var apache = Plans.plan(ChangeKind.APACHE, "24.1.0", null, "2027-02-07T22:00+01:00", 45);

        assertThat(LostFixes.of(apache, List.of("HF-1"), List.of())).isEqualTo(LostFixes.NONE);
    }

    @ParameterizedTest(name = "checked with {0} unanswered, {1} now")
    @CsvSource({
        "HF-1 HF-2, HF-1 HF-2, ''",
        "HF-1, HF-1 HF-2, HF-2",
        "'', HF-1, HF-1",
        "HF-1 HF-2, HF-2, ''",
        "HF-12, HF-1, HF-1"
    })
    void whatTheCheckNamedHasNotJoinedSince(String then, String now, String joined) {
        var checked = new LostFixes(words(then)).finding(UPGRADE).stream().toList();

        var since = new LostFixes(words(now)).since(checked);

        assertThat(since.references()).isEqualTo(words(joined));
        assertThat(since.joined(UPGRADE).stream().allMatch(LostFixes::isJoined)).isTrue();
        assertThat(new LostFixes(words(now))
                        .since(since.joined(UPGRADE).stream().toList())
                        .references())
                .as("what was found at the start is found there again")
                .isEqualTo(words(now));
    }

    @Test
    void aReferenceMayHaveACommaInIt() {
        var checked = new LostFixes(List.of("HF-1, second", "HF-2"))
                .finding(UPGRADE).stream().toList();

        assertThat(new LostFixes(List.of("HF-1, second")).since(checked)).isEqualTo(LostFixes.NONE);
        assertThat(new LostFixes(List.of("HF-1")).since(checked).references()).containsExactly("HF-1");
    }

    @Test
    void saysWhatIsLost() {
        assertThat(new LostFixes(List.of("HF-1", "HF-2")).finding(UPGRADE).map(Finding::message))
                .contains(
                        "Version 24.2.0 would take HF-1, HF-2 from ACME-PRO: say of each fix whether the version contains it, whether it is applied again afterwards, or whether it is given up");
        assertThat(new LostFixes(List.of("HF-1")).joined(UPGRADE).map(Finding::message))
                .contains(
                        "Since the plan was approved HF-1 came onto ACME-PRO, and version 24.2.0 would take it away: postpone, then revise the request and say what becomes of it");
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<AnsweredFix> answers(String references) {
        return words(references).stream()
                .map(reference -> new AnsweredFix(reference, FixAnswer.GIVEN_UP))
                .toList();
    }
}
