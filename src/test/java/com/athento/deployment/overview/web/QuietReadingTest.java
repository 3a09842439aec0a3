package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the database complains of while everything that can be read is read. */
@ApplicationTest
class QuietReadingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping doors;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void asksForNothingThatIsNotThere(@TempDir Path folder) throws IOException {
        var intervention = lifecycle.inSupport().reports("Search is slow", "MINOR");
        var reader = Visit.browser(port);
        reader.logsIn("admin", "demo");
        var pages = pages(intervention);

        var complaints = complaints(
                folder,
                () -> pages.forEach(
                        page -> assertThat(reader.get(page).status()).as(page).isLessThan(500)));

        assertThat(pages)
                .contains("/interventions", "/api/interventions/" + intervention.key())
                .hasSizeGreaterThan(25);
        assertThat(complaints).isEmpty();
    }

    /** The database's exceptions, those that somebody catches included: it logs each one. */
    private static Set<String> complaints(Path folder, Runnable reading) throws IOException {
        var file = folder.resolve("exceptions.jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.JavaExceptionThrow").withoutThreshold();
            recording.start();
            reading.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(thrown -> thrown.getClass("thrownClass").getName().startsWith("org.h2.jdbc."))
                .map(thrown -> thrown.getString("message").lines().findFirst().orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every door of ours that answers a GET. */
    private List<String> pages(Lifecycle.Intervention intervention) {
        var instance = only("select instance_code from intervention where intervention_key = ?", intervention.key());
        var values = Map.of(
                "/interventions/{key}", "/interventions/" + intervention.key(),
                "/mails/{id}",
                        "/mails/"
                                + only(
                                        "select max(id) from message_log where intervention_key = ?",
                                        intervention.key()),
                "/status/{key}", "/status/" + only("select status_key from client where code = ?", "ACME"),
                "/banner/{key}", "/banner/" + only("select banner_key from instance where code = ?", instance),
                "/clients/{code}", "/clients/ACME",
                "/instances/{code}", "/instances/" + instance,
                "/instance/{code}", "/instance/" + instance);
        return doors.getHandlerMethods().keySet().stream()
                .filter(door -> door.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(door -> door.getPatternValues().stream())
                .map(pattern -> {
                    var page = pattern;
                    for (var value : values.entrySet()) {
                        page = page.replace(value.getKey(), value.getValue());
                    }
                    return page.replaceAll("\\{\\w+}", "1");
                })
                .toList();
    }

    private String only(String sql, String parameter) {
        return database.sql(sql).param(parameter).query(String.class).single();
    }
}
