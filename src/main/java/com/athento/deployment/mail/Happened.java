package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.post.Csv;
import com.athento.deployment.post.ResultWords;
import com.athento.deployment.post.TestsTold;
import com.athento.deployment.process.Elements;
import com.athento.deployment.record.LastNotPassed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/** How it has gone so far. */
class Happened extends FactsAbout {

    /** Ten thousand such lines still pass a mail server. */
    private static final int LONGEST_IN_FILE = 200;

    private final ResultWords results;
    private final Supplier<LastNotPassed> allNotPassed = SingletonSupplier.of(this::read);
    private final Supplier<TestsTold> notPassed = SingletonSupplier.of(() -> TestsTold.of(allNotPassed(), words));

    Happened(Telling telling) {
        super(telling);
        this.results = new ResultWords(words);
    }

    /** The outcome in words. */
    public String outcome() {
        return find(OUTCOME).map(outcome -> words.code("outcome", outcome)).orElse(null);
    }

    public boolean isRolledBack() {
        return find(OUTCOME).filter(Outcome.ROLLED_BACK::equals).isPresent();
    }

    /** Whether the way back has failed, too. */
    public boolean isNeitherRunning() {
        return sources.waitsAt(situation.processInstanceId(), Elements.RECOVER_INSTANCE);
    }

    /** The open tasks, as names; nobody has to look up where it stands. */
    public List<String> openTasks() {
        return sources.openTasks(situation.processInstanceId(), new ModelWords(words.language()));
    }

    /** Minutes that users could not work; null if nothing was deployed. */
    public Integer spent() {
        return find(DOWNTIME_SPENT).orElse(null);
    }

    /** Whether the hour was kept. */
    public boolean isHourKept() {
        return find(DOWNTIME_SPENT).orElse(0) <= Window.LONGEST;
    }

    public String deploymentNotes() {
        return get(DEPLOYMENT_NOTES);
    }

    public String rollbackNotes() {
        return get(ROLLBACK_NOTES);
    }

    public List<Battery> batteries() {
        return situation.batteries().stream()
                .map(battery -> new Battery(
                        battery.total(),
                        battery.passed(),
                        battery.failed(),
                        battery.blocked(),
                        battery.open(),
                        results.share(battery.passed(), battery.total()),
                        battery.verdict(),
                        words.code("verdict", battery.verdict()),
                        battery.finished()))
                .toList();
    }

    /** @param share what passed, in percent with one decimal, rounded down: the gate is never nearer than it was */
    public record Battery(
            long total,
            long passed,
            long failed,
            long blocked,
            long open,
            String share,
            Verdict code,
            String verdict,
            boolean finished) {}

    String line(Battery run) {
        return results.line(run.total(), run.passed(), run.failed(), run.blocked(), run.open(), run.code());
    }

    /** In the battery that counts; nothing where its figures were typed. */
    public TestsTold notPassed() {
        return notPassed.get();
    }

    /** All of them as a table, where the list has not room for them. */
    Optional<String> file() {
        var all = allNotPassed();
        return all.total() <= TestsTold.MOST_LISTED
                ? Optional.empty()
                : Optional.of(Csv.of(
                        Stream.of("suite", "test", "result", "known")
                                .map(column -> words.of("label.not-passed." + column))
                                .toList(),
                        all.tests().stream()
                                .map(test -> TestsTold.Test.of(test, LONGEST_IN_FILE, words))
                                .map(test -> Arrays.asList(test.suite(), test.name(), test.result(), test.known()))));
    }

    private LastNotPassed allNotPassed() {
        return allNotPassed.get();
    }

    private LastNotPassed read() {
        return sources.tests()
                .ofLast(
                        situation.key(),
                        the(INSTANCE_CODE),
                        find(TARGET_VERSION).flatMap(Version::parse));
    }
}
