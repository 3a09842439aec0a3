package com.athento.deployment.qa.results;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.athento.deployment.intervention.TestOutcome;
import com.athento.deployment.process.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JUnit XML as real tools write it, and worse. */
class JunitXmlTest {

    @ParameterizedTest(name = "{0}: {2} of {1}, {3} failed, {4} open")
    @CsvSource({
        "1-surefire-flaky.xml, 4, 2, 1, 1",
        "2-pytest.xml, 6, 2, 2, 2",
        "4-cypress-mocha.xml, 3, 2, 1, 0",
        "5-jest.xml, 5, 2, 2, 1",
    })
    void countsTheCasesOfRealTools(String file, int total, int passed, int failed, int open) throws IOException {
        var tests = new ArrayList<TestResult>();
        assertThat(JunitXml.read(file, JunitXmlTest.class.getResourceAsStream("/qa/" + file), tests::add))
                .isTrue();

        var outcomes = tests.stream().collect(groupingBy(TestResult::outcome));
        assertThat(tests).hasSize(total);
        assertThat(outcomes.getOrDefault(TestOutcome.PASSED, List.of())).hasSize(passed);
        assertThat(outcomes.getOrDefault(TestOutcome.FAILED, List.of())).hasSize(failed);
        assertThat(outcomes.getOrDefault(TestOutcome.OPEN, List.of())).hasSize(open);
    }

    @Test
    void saysOfEachTestWhatItWasAndWhy() {
        assertThat(read(resource("/qa/1-surefire-flaky.xml")))
                .containsExactly(
                        new TestResult("it.ArchiveTest", "storesDocument", TestOutcome.PASSED, 0.4, null, false, null),
                        new TestResult(
                                "it.ArchiveTest",
                                "findsByDate",
                                TestOutcome.PASSED,
                                0.9,
                                "expected: 3 but was: 2",
                                true,
                                null),
                        new TestResult(
                                "it.ArchiveTest",
                                "exportsSeries[Ñandú, 2027-01-31]",
                                TestOutcome.FAILED,
                                1.1,
                                "no file",
                                false,
                                null),
                        new TestResult(
                                "it.ArchiveTest",
                                "deletesLogically",
                                TestOutcome.OPEN,
                                0.0,
                                "only on ECM",
                                false,
                                null));
        assertThat(read(resource("/qa/2-pytest.xml")))
                .extracting(TestResult::suite)
                .containsOnly("tests.test_search");
        assertThat(read(resource("/qa/4-cypress-mocha.xml")))
                .extracting(TestResult::suite)
                .containsExactly("Inbox", "Inbox", "Inbox attachments");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            <testcase name='a'/>                                                           | PASSED
            <testcase name='a' status='run' result='completed'/>                           | PASSED
            <testcase name='a' status='notrun' result='suppressed'/>                       | OPEN
            <testcase name='a' status='Inconclusive'/>                                     | OPEN
            <testcase name='a' status='Passed'/>                                           | PASSED
            <testcase name='a' status='FAILED'/>                                           | FAILED
            <testcase name='a' status='purple'/>                                           | OPEN
            <testcase name='a' status='passed'><failure/></testcase>                       | FAILED
            <testcase name='a' status='passed'><skipped/></testcase>                       | OPEN
            <testcase name='a'><skipped/><failure/></testcase>                             | FAILED
            <testcase name='a'><failure/><skipped/></testcase>                             | FAILED
            <testcase name='a'><error/></testcase>                                         | FAILED
            <testcase name='a'><flakyFailure/><flakyError/></testcase>                     | PASSED
            <testcase name='a'><failure/><rerunFailure/></testcase>                        | FAILED
            <testcase name='a'><system-out><![CDATA[<failure/>]]></system-out></testcase>  | PASSED
            <testcase name='a'><properties><failure/></properties></testcase>              | PASSED
            <failure message='no database'/>                                               | FAILED
            <testsuite><testsuite><testcase name='a'/></testsuite></testsuite>             | PASSED
            """)
    void countsAsPassedOnlyWhatSaysSoOrSaysNothing(String xml, TestOutcome outcome) {
        assertThat(read("<testsuite name='s'>" + xml + "</testsuite>"))
                .singleElement()
                .extracting(TestResult::outcome)
                .isEqualTo(outcome);
    }

    @Test
    void aTestThatWasRunAgainIsOneAndTwoOfOneNameAreTwo() {
        assertThat(read("""
                <testsuite name='it.SearchTest'>
                  <testcase classname='it.SearchTest' name='finds'><failure message='first'/></testcase>
                  <testcase classname='it.SearchTest' name='finds'><failure message='second'/></testcase>
                  <testcase classname='it.SearchTest' name='finds'/>
                  <testcase classname='it.SearchTest' name='sorts'/>
                  <testcase classname='it.SearchTest' name='sorts'/>
                  <testcase classname='it.SearchTest' name='sorts'><failure message='third'/></testcase>
                  <testcase classname='sums up' name='sums up'><failure message='two'/></testcase>
                  <testcase classname='sums up' name='sums up'/>
                </testsuite>"""))
                .extracting(TestResult::name, TestResult::outcome, TestResult::flaky, TestResult::why)
                .containsExactly(
                        tuple("finds", TestOutcome.PASSED, true, "second"),
                        tuple("sorts", TestOutcome.PASSED, false, null),
                        tuple("sorts", TestOutcome.PASSED, false, null),
                        tuple("sorts", TestOutcome.FAILED, false, "third"),
                        tuple("sums up", TestOutcome.FAILED, false, "two"),
                        tuple("sums up", TestOutcome.PASSED, false, null));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "IBM850"})
    void readsWhateverEncodingIsDeclared(String encoding) {
        var xml = "<?xml version=\"1.0\" encoding=\"%s\"?><testsuite><testcase name='Ñandú'/></testsuite>"
                .formatted(encoding);

        assertThat(names(xml.getBytes(Charset.forName(encoding)))).containsExactly("Ñandú");
    }

    @Test
    void readsWhatNoXmlMayHoldAndWhatADeclarationGetsWrong() {
        var declared = "<?xml version=\"1.0\" encoding=\"utf-16\"?>";
        assertThat(names("\uFEFF\r\n  " + declared
                        + "<testsuite><testcase name='\u001b[31mñ&#27;&#x0;&#xfffe;&amp;&#10;b'/></testsuite>"))
                .containsExactly("�[31mñ���&\nb");
        assertThat(names("<testsuite><testcase name='ñ'/></testsuite>".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("�");
        assertThat(names("<t:testsuite xmlns:t='urn:t'><t:testcase name='a'/></t:testsuite>"))
                .containsExactly("a");
    }

    @ParameterizedTest(name = "{0} is {1} s")
    @CsvSource(
            nullValues = "-",
            value = {"1.5, 1.5", "'1,234.5', 1234.5", "'0,25', 0.25", "NaN, -", "-1, -", "soon, -", "1e3, 1000"})
    void readsSecondsOrLeavesThemOut(String time, Double seconds) {
        assertThat(read("<testsuite><testcase name='a' time='%s'/></testsuite>".formatted(time)))
                .singleElement()
                .extracting(TestResult::seconds)
                .isEqualTo(seconds);
    }

    @Test
    void keepsTheFirstCharactersOfAReason() {
        assertThat(read("<testsuite><testcase name='a'><failure>" + "é".repeat(499) + "😀" + "x".repeat(9_000)
                        + "</failure></testcase></testsuite>"))
                .singleElement()
                .extracting(TestResult::why)
                .isEqualTo("é".repeat(499));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            <testsuite><testcase name='a'/>                                          | is no well-formed XML, or not all of it: see line 1
            <testsuite><testcase name='a'/></testsuite><testsuite/>                  | is no well-formed XML
            <testsuite><testcase name='a'></testsuite></testcase>                    | is no well-formed XML
            {}                                                                       | is no well-formed XML
            <!DOCTYPE testsuite SYSTEM 'http://127.0.0.1:9/x'><testsuite/>           | has a DOCTYPE
            <!DOCTYPE t [<!ENTITY a 'b'>]><testsuite><testcase name='&a;'/></testsuite> | has a DOCTYPE
            <testsuite><testcase name='&xxe;'/></testsuite>                          | is no well-formed XML
            <?xml version='1.0' encoding='klingon'?><testsuite/>                     | says to be written in 'klingon', which nobody knows
            """)
    void saysWhyItIsNone(String xml, String sentence) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("files: 'results.xml' ")
                .hasMessageContaining(sentence);
    }

    @Test
    void isBoundedInDepth() {
        assertThatThrownBy(() -> read("<testsuite>".repeat(20_000)))
                .hasMessage("files: 'results.xml' has more than 100 suites in each other, which no tool writes");
        assertThatThrownBy(() -> read("<testsuite><testcase name='a'>" + "<system-out>".repeat(20_000)))
                .hasMessageContaining("is no well-formed XML");
        assertThat(read("<testsuite>" + "<properties>".repeat(20_000) + "</properties>".repeat(20_000)
                        + "</testsuite>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html/>", "<test-run/>", "<assemblies/>", "<testng-results/>", "<testcase name='a'/>"})
    void tellsOtherXmlApart(String xml) throws IOException {
        assertThat(JunitXml.read("results.xml", bytes(xml), test -> {
                    throw new AssertionError(test);
                }))
                .isFalse();
    }

    private static List<String> names(String xml) {
        return names(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(byte[] xml) {
        return read(new ByteArrayInputStream(xml)).stream()
                .map(TestResult::name)
                .toList();
    }

    private static List<TestResult> read(String xml) {
        return read(bytes(xml));
    }

    private static List<TestResult> read(InputStream xml) {
        var tests = new ArrayList<TestResult>();
        try (xml) {
            assertThat(JunitXml.read("results.xml", xml, tests::add)).isTrue();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return tests;
    }

    private static InputStream bytes(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream resource(String name) {
        return JunitXmlTest.class.getResourceAsStream(name);
    }
}
