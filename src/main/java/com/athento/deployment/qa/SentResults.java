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
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Takes the files that a person or a pipeline sends while QA runs the battery. */
@Component
public class SentResults {

    private static final int MOST_TESTS = 200_000;

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
        var person = whoActs.somebody();
        if (!sends(person)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "refused.import.forbidden", person.account());
        }
        mustBeAwaited(key);
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
            var battery = imports.add(key, person.account(), digest(digests), tests);
            return new Taken(battery, List.copyOf(tests), List.copyOf(results.otherFiles()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the files of " + key + " cannot be read", unreadable);
        }
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
        return HexFormat.of().formatHex(sha256().digest(String.join(" ", files).getBytes(StandardCharsets.US_ASCII)));
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
     */
    public record Taken(ImportedBattery battery, List<TestResult> tests, List<String> otherFiles) {}
}
