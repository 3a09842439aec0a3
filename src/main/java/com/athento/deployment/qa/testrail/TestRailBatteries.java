package com.athento.deployment.qa.testrail;

import com.athento.deployment.intervention.Moments;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Said;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Refused;
import com.athento.deployment.qa.SentResults;
import com.athento.deployment.qa.TakenRun;
import com.athento.deployment.record.Hotfix;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Register;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Offers the runs of TestRail for the battery that is awaited, shows what is in one, and takes it. All of it is asked
 * of TestRail outside of any transaction.
 */
@Component
public class TestRailBatteries {

    private static final int MOST_OFFERED = 20;

    /** How long somebody looks at a form that says it is asking. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestRailProperties settings;
    private final Optional<TestRail> testRail;
    private final SentResults results;
    private final Interventions interventions;
    private final Records records;
    private final Register register;

    TestRailBatteries(
            TestRailProperties settings,
            SentResults results,
            Interventions interventions,
            Records records,
            Register register,
            ObjectMapper json) {
        this.settings = settings;
        this.testRail = settings.base().map(base -> new TestRail(settings, base, PATIENCE, json));
        this.results = results;
        this.interventions = interventions;
        this.records = records;
        this.register = register;
    }

    /**
     * The runs and plans of the instance's project since the deployment began, the latest first, without those that
     * have counted. None is available where the instance has no project: its figures are typed, or come from files.
     *
     * @throws Refused if whoever asks may not, nobody waits for a battery, or TestRail does not say
     */
    public Offer offered(Person reader, String key) {
        results.refuseOthers(reader, key);
        return documented(interventions.find(key).orElseThrow())
                .map(this::offered)
                .orElseGet(() -> new Offer(false, false, List.of()));
    }

    private Offer offered(Awaited battery) {
        try (var talk = on().talk()) {
            var statuses = statuses(talk);
            var found = Stream.concat(
                            since(talk, "runs", battery, statuses).stream(),
                            since(talk, "plans", battery, statuses).stream())
                    .sorted(Comparator.comparing(Run::created).reversed())
                    .toList();
            var counted = results.countedRuns(
                    battery.row().key(),
                    found.stream().map(run -> run.asked().toString()).toList());
            return new Offer(
                    true,
                    battery.suite().isPresent(),
                    shown(
                            talk,
                            battery,
                            found.stream()
                                    .filter(run -> !counted.contains(run.asked().toString()))
                                    .limit(MOST_OFFERED)
                                    .toList()));
        }
    }

    /** The latest are on the first page. */
    private static List<Run> since(Talk talk, String what, Awaited battery, Statuses statuses) {
        var seconds = battery.begin().getEpochSecond();
        return talk.some("get_%s/%d&created_after=%d".formatted(what, battery.project(), seconds - 1), what).stream()
                .map(json -> Run.of(json, what.equals("plans"), statuses))
                .filter(run -> run.created().getEpochSecond() >= seconds)
                .toList();
    }

    /**
     * What is in a run, which may be taken.
     *
     * @param asked its number or link
     * @throws Refused if there is none, or it is not one of this battery
     */
    public FoundRun find(Person reader, String key, String asked) {
        results.refuseOthers(reader, key);
        try (var talk = on().talk()) {
            var battery = awaited(key);
            return shown(talk, battery, List.of(read(talk, battery, asked))).get(0);
        }
    }

    /**
     * Takes what it says now, test by test; it counts when the task is completed with the id of the answer.
     *
     * @throws Refused likewise
     */
    public SentResults.Taken take(String key, String asked) {
        var sender = results.sender(key);
        try (var talk = on().talk()) {
            var battery = awaited(key);
            var run = read(talk, battery, asked);
            var tests = new TestsOfRun(talk, new Statuses(settings.passedStatuses(), Map.of()), on()).of(run);
            if (tests.size() != run.counts().total()) {
                throw Refused.late(
                        "refused.testrail.moving", run.asked(), run.counts().total(), tests.size());
            }
            return results.keep(
                    key,
                    sender,
                    new TakenRun(
                            run.asked().toString(),
                            run.runs().stream()
                                    .map(part -> part.asked().id())
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            on().page(run.asked()),
                            run.isComplete()),
                    tests);
        }
    }

    /**
     * Begins a run of the instance's suite, or finds the one that was begun for the same battery.
     *
     * @throws Refused if no suite is set for it, or TestRail does not let us
     */
    public FoundRun begin(String key) {
        results.sender(key);
        try (var talk = on().talk()) {
            var battery = awaited(key);
            var suite = battery.suite()
                    .orElseThrow(() -> Refused.because(
                            "refused.testrail.no-suite", battery.row().instance(), TestRailProperties.name("suites")));
            var name = "%s #%d".formatted(key, records.batteries(key).size() + 1);
            var statuses = statuses(talk);
            var begun = since(talk, "runs", battery, statuses).stream()
                    .filter(run -> run.name().equals(name) && !run.isComplete())
                    .findFirst()
                    .orElseGet(() -> Run.of(
                            talk.post(
                                    "add_run/" + battery.project(),
                                    Map.of("suite_id", suite, "name", name, "include_all", true)),
                            false,
                            statuses));
            return shown(talk, battery, List.of(begun)).get(0);
        }
    }

    private TestRail on() {
        return testRail.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "refused.testrail.off"));
    }

    /**
     * The battery that TestRail shall have.
     *
     * @param begin from when on its tests may have been run
     */
    private record Awaited(InterventionRow row, long project, Optional<Long> suite, Instant begin) {}

    private Awaited awaited(String key) {
        var row = interventions.find(key).orElseThrow();
        return documented(row)
                .orElseThrow(() -> Refused.because(
                        "refused.testrail.no-project", row.instance(), line(row), TestRailProperties.name("projects")));
    }

    /** Empty where TestRail has no project for the instance. */
    private Optional<Awaited> documented(InterventionRow row) {
        var line = line(row);
        return settings.project(row.instance(), line)
                .map(project -> new Awaited(row, project, settings.suite(row.instance(), line), begin(row)));
    }

    private String line(InterventionRow row) {
        return register.instance(row.instance())
                .map(instance -> instance.line().name())
                .orElse("");
    }

    /** What was tested before a hotfix says nothing of what runs since. In whole seconds, as TestRail counts. */
    private Instant begin(InterventionRow row) {
        return Stream.concat(
                        Optional.ofNullable(row.actualStart()).map(OffsetDateTime::toInstant).stream(),
                        records.appliedHotfixes(row.key()).stream().map(Hotfix::appliedAt))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private Statuses statuses(Talk talk) {
        return Statuses.of(
                settings.passedStatuses(),
                settings.passedStatuses().isEmpty() ? List.of() : talk.all("get_statuses", "statuses"));
    }

    private Run read(Talk talk, Awaited battery, String text) {
        var asked = AskedRun.of(text, on().base());
        var kind = asked.isPlan() ? "plan" : "run";
        var run = talk.find("get_%s/%d".formatted(kind, asked.id()))
                .map(json -> Run.of(json, asked.isPlan(), statuses(talk)))
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "refused.testrail.none", asked));
        if (run.project() != battery.project()) {
            throw Refused.because(
                    "refused.testrail.project",
                    asked,
                    run.project(),
                    battery.project(),
                    battery.row().instance());
        }
        run.completed().filter(at -> at.isBefore(battery.begin())).ifPresent(at -> {
            throw Refused.late("refused.testrail.before", asked, utc(at), utc(battery.begin()));
        });
        results.refuseCounted(
                battery.row().key(),
                asked.toString(),
                run.runs().stream().map(part -> part.asked().id()).toList());
        return run;
    }

    private static Said utc(Instant moment) {
        return language -> new Moments(new Words(language), ZoneOffset.UTC).plain(moment) + " UTC";
    }

    private List<FoundRun> shown(Talk talk, Awaited battery, List<Run> runs) {
        var people = runs.isEmpty() ? Map.<Long, String>of() : talk.names("get_users/" + battery.project(), "users");
        return runs.stream()
                .map(run -> FoundRun.of(run, on().page(run.asked()), people.get(run.createdBy())))
                .toList();
    }
}
