package com.athento.deployment.qa.web;

import com.athento.deployment.intervention.TestOutcome;
import com.athento.deployment.qa.SentResults;
import com.athento.deployment.qa.TakenRun;
import com.athento.deployment.qa.results.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /api/interventions/{key}/batteries}: the results of a battery, from the form or from a pipeline. */
@RestController
class ResultsDoor {

    /** Of those that did not pass; all are kept. */
    private static final int MOST_TOLD = 1_000;

    private final SentResults results;

    ResultsDoor(SentResults results) {
        this.results = results;
    }

    @PostMapping("/api/interventions/{key}/batteries")
    @ResponseStatus(HttpStatus.CREATED)
    Answer send(@PathVariable String key, @RequestParam(name = "files", required = false) List<MultipartFile> files)
            throws IOException {
        var paths = new ArrayList<Map.Entry<String, Path>>();
        try {
            for (var file : files == null ? List.<MultipartFile>of() : files) {
                if (!file.isEmpty()) {
                    paths.add(Map.entry(name(file), Files.createTempFile("battery", null)));
                    file.transferTo(paths.get(paths.size() - 1).getValue());
                }
            }
            return Answer.of(results.take(key, paths));
        } finally {
            for (var path : paths) {
                Files.deleteIfExists(path.getValue());
            }
        }
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename())
                .filter(name -> !name.isBlank())
                .orElse("files");
    }

    /**
     * @param notPassed the first {@value #MOST_TOLD} of them
     * @param run that they come from; null for files
     * @param reference the page of that run
     * @param finished whether that run is complete; null for files
     */
    record Answer(
            String id,
            long total,
            long passed,
            long failed,
            long blocked,
            long open,
            long flaky,
            List<NotPassed> notPassed,
            List<String> otherFiles,
            String run,
            String reference,
            Boolean finished) {

        static Answer of(SentResults.Taken taken) {
            var battery = taken.battery();
            return new Answer(
                    battery.id(),
                    battery.total(),
                    battery.passed(),
                    battery.failed(),
                    battery.blocked(),
                    battery.open(),
                    taken.tests().stream().filter(TestResult::flaky).count(),
                    taken.tests().stream()
                            .filter(test -> test.outcome() != TestOutcome.PASSED)
                            .limit(MOST_TOLD)
                            .map(NotPassed::of)
                            .toList(),
                    taken.otherFiles(),
                    taken.run().map(TakenRun::name).orElse(null),
                    taken.run().map(TakenRun::page).orElse(null),
                    taken.run().map(TakenRun::isComplete).orElse(null));
        }
    }

    /**
     * @param message why; null where nobody said
     * @param link where more is to be seen; null where nobody said
     */
    record NotPassed(String suite, String name, TestOutcome status, String message, String link) {

        static NotPassed of(TestResult test) {
            return new NotPassed(test.suite(), test.name(), test.outcome(), test.why(), test.link());
        }
    }
}
