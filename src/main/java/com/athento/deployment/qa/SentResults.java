package com.athento.deployment.qa;

import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.qa.results.ResultFiles;
import com.athento.deployment.qa.results.TestResult;
import com.athento.deployment.record.Interventions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Takes the results that a person or a pipeline sends while QA runs the battery: in files, or from a run of TestRail.
 */
@Component
public class SentResults {

    public static final int MOST_TESTS = 200_000;

    private final BatteryImports imports;
    private final Interventions interventions;
    private final TaskService tasks;
    private final WhoActs whoActs;

    SentResults(BatteryImports imports, Interventions interventions, TaskService tasks, WhoActs whoActs) {
        this.imports = imports;
        this.interventions = interventions;
        this.tasks = tasks;
        this.whoActs = whoActs;
    }

    /**
     * Reads and keeps them; they count when the task is completed with the id of the answer.
     *
     * @param key of the intervention
     * @param files by the names that their sender gave them
     * @throws Refused if they are no results, whoever sends them may not, or nobody waits for them
     */
    public Taken take(String key, List<Map.Entry<String, Path>> files) {
        var person = sender(key);
        if (files.isEmpty()) {
            throw Refused.because("refused.import.no-files");
        }
        var tests = new ArrayList<TestResult>();
        var results = new ResultFiles(test -> {
            if (tests.size() == MOST_TESTS) {
                throw Refused.because("refused.results.too-many", MOST_TESTS);
            }
            tests.add(test);
        });
        try {
            var digests = new TreeSet<String>();
            for (var file : files) {
                // What is sent twice counts once.
                if (digests.add(digest(file.getValue()))) {
                    results.read(file.getKey(), file.getValue());
                }
            }
            if (tests.isEmpty()) {
                throw Refused.because("refused.results.none");
            }
            var battery = imports.add(key, person.account(), digest(digests), tests, Optional.empty());
            return new Taken(battery, List.copyOf(tests), List.copyOf(results.otherFiles()), Optional.empty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the files of " + key + " cannot be read", unreadable);
        }
    }

    /**
     * Whoever acts, if they may send results now.
     *
     * @throws Refused if they may not, or nobody waits for a battery
     */
    public Person sender(String key) {
        var person = whoActs.somebody();
        refuseOthers(person, key);
        return person;
    }

    /** @throws Refused if they may not send results now, or nobody waits for a battery */
    public void refuseOthers(Person person, String key) {
        if (!sends(person)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "refused.import.forbidden", person.account());
        }
        mustBeAwaited(key);
    }

    /**
     * Keeps what was read from a run; it counts when the task is completed with the id of the answer.
     *
     * @throws Refused if it has no tests
     */
    public Taken keep(String key, Person sender, TakenRun run, List<TestResult> tests) {
        if (tests.isEmpty()) {
            throw Refused.because("refused.testrail.empty", run.name());
        }
        var said = tests.stream()
                .map(test -> "%s %s".formatted(test.link(), test.outcome()))
                .collect(Collectors.joining("\n"));
        var battery = imports.add(key, sender.account(), digest(said), tests, Optional.of(run));
        return new Taken(battery, List.copyOf(tests), List.of(), Optional.of(run));
    }

    /** Those of these runs that cannot count any more for an intervention, by their names. */
    public Set<String> countedRuns(String key, List<String> names) {
        return imports.countedRuns(key, names);
    }

    /** @throws Refused if one of these runs has counted, for this intervention or another */
    public void refuseCounted(String key, String name, List<Long> runs) {
        imports.refuseCounted(key, name, runs);
    }

    private static boolean sends(Person person) {
        return person.isIn(Team.QA) || person.isAdmin();
    }

    private void mustBeAwaited(String key) {
        if (interventions.find(key).isEmpty()) {
            throw new Refused(Refused.Reason.UNKNOWN, "refused.intervention.none", key);
        }
        var isAwaited = tasks.createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .taskDefinitionKey(Elements.RUN_QA_BATTERY)
                        .count()
                > 0;
        if (!isAwaited) {
            throw Refused.late("refused.import.not-awaited", key, new ElementName(Elements.RUN_QA_BATTERY));
        }
    }

    private static String digest(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    /** Of all files together, whatever their order. */
    private static String digest(SortedSet<String> files) {
        return digest(String.join(" ", files));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    /**
     * What was taken.
     *
     * @param otherFiles what a zip held besides
     * @param run where it comes from; empty for files
     */
    public record Taken(
            ImportedBattery battery, List<TestResult> tests, List<String> otherFiles, Optional<TakenRun> run) {}
}
