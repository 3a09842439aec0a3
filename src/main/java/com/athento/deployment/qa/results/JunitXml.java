package com.athento.deployment.qa.results;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.TestOutcome;
import com.athento.deployment.process.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One file of JUnit XML, read as a stream: JUnit never wrote down what it is, and each tool writes its own. The cases
 * are counted, never believed what a suite says of itself; errors are failures; what was skipped is open; what says of
 * itself a word that nobody knows has not passed.
 */
final class JunitXml {

    /** Suites in suites. */
    private static final int DEEPEST = 100;

    private static final Set<String> PASSED =
            Set.of("", "passed", "pass", "success", "successful", "succeeded", "ok", "run", "completed", "flaky");
    private static final Set<String> FAILED = Set.of("failed", "fail", "failure", "error", "errored", "broken");

    /** A class or a module, not a sentence. */
    private static final Pattern QUALIFIED = Pattern.compile("[^\\s.:/\\\\]+(?:[.:/\\\\]+[^\\s.:/\\\\]+)+");

    private final String file;
    private final Consumer<TestResult> each;
    private final XMLStreamReader xml;

    private JunitXml(String file, XMLStreamReader xml, Consumer<TestResult> each) {
        this.file = file;
        this.xml = xml;
        this.each = each;
    }

    /**
     * Hands over each test of the file.
     *
     * @param file what a refusal calls it
     * @return false, and nothing is handed over, if it is XML of another kind
     * @throws Refused if it is no XML, or one that no tool for tests writes
     */
    static boolean read(String file, InputStream bytes, Consumer<TestResult> each) throws IOException {
        var reader = XmlText.of(file, bytes);
        try {
            var xml = factory().createXMLStreamReader(reader);
            try {
                return new JunitXml(file, xml, each).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException unreadable) {
                throw unreadable;
            }
            var line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw Refused.because("refused.results.broken", PlainText.quoted(file), line);
        }
    }

    /** Nothing from outside the file, and no definitions inside it. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private boolean read() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw Refused.because("refused.results.doctype", PlainText.quoted(file));
            }
        }
        var root = xml.getLocalName();
        if (!"testsuites".equals(root) && !"testsuite".equals(root)) {
            return false;
        }
        suite("", 1);
        while (xml.hasNext()) {
            // What comes after the end has to be XML, too: two files in one would lose the second.
            xml.next();
        }
        return true;
    }

    private void suite(String outer, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw Refused.because("refused.results.deep", PlainText.quoted(file), DEEPEST);
        }
        var name = attribute("name").filter(given -> !"undefined".equals(given)).orElse(outer);
        var tests = new Suite();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "testsuite" -> suite(name, depth + 1);
                    case "testcase" -> test(name, tests);
                    // A suite that did not even begin.
                    case "failure", "error" ->
                        tests.add(new TestResult(name, name, TestOutcome.FAILED, null, why(), false, null));
                    default -> skip();
                }
            }
        }
        tests.all.forEach(each);
    }

    private void test(String suite, Suite tests) throws XMLStreamException {
        var className = attribute("classname");
        var name = attribute("name").or(() -> className).orElse(suite);
        var isOfAClass = className
                .filter(given -> QUALIFIED.matcher(given).matches())
                .filter(given -> !given.equals(name))
                .isPresent();
        var where = isOfAClass || suite.isEmpty() ? className.orElse(suite) : suite;
        var seconds = attribute("time").or(() -> attribute("duration")).map(JunitXml::seconds);
        var outcome = worse(said("status"), said("result"));
        var flaky = false;
        String why = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "failure", "error" -> {
                        outcome = TestOutcome.FAILED;
                        why = first(why, why());
                    }
                    case "skipped" -> {
                        outcome = worse(outcome, TestOutcome.OPEN);
                        why = first(why, why());
                    }
                    case "flakyFailure", "flakyError" -> {
                        flaky = true;
                        why = first(why, why());
                    }
                    default -> skip();
                }
            }
        }
        flaky &= outcome == TestOutcome.PASSED;
        var test = new TestResult(where, name, outcome, seconds.orElse(null), why, flaky, null);
        if (isOfAClass) {
            tests.addOrRepeat(test);
        } else {
            tests.add(test);
        }
    }

    private TestOutcome said(String attribute) {
        var word = attribute(attribute).orElse("").toLowerCase(Locale.ROOT);
        if (PASSED.contains(word)) {
            return TestOutcome.PASSED;
        }
        return FAILED.contains(word) ? TestOutcome.FAILED : TestOutcome.OPEN;
    }

    private static TestOutcome worse(TestOutcome one, TestOutcome another) {
        return one == TestOutcome.FAILED || another == TestOutcome.PASSED ? one : another;
    }

    private static String first(String said, String then) {
        return said == null && !then.isEmpty() ? then : said;
    }

    /** Of an element that says why: its message, or else its text; afterwards it has ended. */
    private String why() throws XMLStreamException {
        var message = attribute("message").orElse("");
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < TestResult.LONGEST_REASON) {
                        text.append(text.isEmpty() ? xml.getText().stripLeading() : xml.getText());
                    }
                }
                default -> {
                    // Remarks say nothing.
                }
            }
        }
        return message.isEmpty() ? text.toString().strip() : message;
    }

    /** Over an element with all that is in it. */
    private void skip() throws XMLStreamException {
        var depth = 1;
        while (depth > 0) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Not blank, without spaces at its ends. */
    private Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Double seconds(String text) {
        var number = text.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text.replace(',', '.');
        try {
            var seconds = Double.valueOf(number);
            return seconds >= 0 && seconds < Integer.MAX_VALUE ? seconds : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** The tests of one suite; one that was run again after it had failed is one test. */
    private static final class Suite {

        private final List<TestResult> all = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        void add(TestResult test) {
            places.put(key(test), all.size());
            all.add(test);
        }

        /** A name that tells one test from all others. */
        void addOrRepeat(TestResult test) {
            var place = places.get(key(test));
            if (place != null && all.get(place).outcome() == TestOutcome.FAILED) {
                all.set(place, test.after(all.get(place)));
            } else {
                add(test);
            }
        }

        private static String key(TestResult test) {
            return test.suite() + '\n' + test.name();
        }
    }
}
