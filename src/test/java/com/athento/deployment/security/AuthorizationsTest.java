package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.AuthorizationTable.Row;
import com.athento.deployment.security.Visit.Answer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of {@code docs/authorizations.md}, row by row: each door as every role, those of the engine through the web
 * applications' copy as well. A row that is no longer true is printed as it would have to be; whether it may be is for
 * its reader to say.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationsTest {

    private static final String ENGINE = "/engine-rest";
    private static final String COPY = "/camunda/api/engine/engine/default";

    /** Bodies that say that the reader may read nothing. */
    private static final Set<String> NOTHING =
            Set.of("", "[]", "{}", "{\"count\":0}", "{\"groups\":[],\"groupUsers\":[]}");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    JdbcClient database;

    private final Map<String, Visit> machines = new HashMap<>();
    private final Map<String, Visit> browsers = new HashMap<>();
    private Subjects subjects;
    private Facts facts;
    private Map<String, String> known;

    @BeforeAll
    void open() {
        lifecycle.now(Lifecycle.MORNING);
        // The demo begins with one, which other tests take away.
        database.sql("delete from change_freeze").update();
        subjects = new Subjects(engine, lifecycle, database, port);
        facts = new Facts(database);
    }

    @AfterAll
    void close() {
        ClockUtil.reset();
        subjects.close();
    }

    static List<Row> rows() {
        return AuthorizationTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRoleGetsWhatTheTableSays(Row row) {
        var changes = new LinkedHashSet<String>();
        var api = row.path().startsWith(ENGINE) ? ENGINE : "";
        var cells = new LinkedHashMap<String, String>();
        for (var role : AuthorizationTable.ROLES) {
            cells.put(role, cell(row, role, api, changes));
        }
        if (!api.isEmpty()) {
            tryTheCopy(row, cells, changes);
        }
        refusalsChangeNothing(row);

        assertThat(row.line())
                .as("the row as it would have to be")
                .isEqualTo(row.with(List.copyOf(cells.values()), String.join(" or ", changes))
                        .line());
    }

    /** Of those who get the same from the REST API one is enough: whose turn it is changes from row to row. */
    private void tryTheCopy(Row row, Map<String, String> cells, Set<String> changes) {
        var alike = cells.keySet().stream().collect(Collectors.groupingBy(cells::get));
        alike.forEach((first, roles) -> {
            var role = roles.get(Math.floorMod(row.door().hashCode(), roles.size()));
            var copy = cell(row, role, COPY, changes);
            if (!copy.equals(first)) {
                roles.forEach(same -> cells.put(same, first + " / " + copy));
            }
        });
    }

    private String cell(Row row, String role, String api, Set<String> changes) {
        var before = subjects.count();
        subjects.present();
        var path = subjects.filled(row.path(), role).replace(ENGINE, api);
        var sent = subjects.filled(row.sent(), role);
        if (known == null || subjects.count() != before) {
            known = facts.now();
        }
        var answer = answer(row.method(), path, sent, visitor(role, path));
        assertThat(answer.response().headers().map().keySet())
                .as("to pages of others")
                .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        if (answer.status() >= 400 && isForMachines(path) && !answer.body().isEmpty()) {
            answer.isRefused(answer.status());
        }
        var cell = shown(answer);
        if (answer.status() < 400 && !READING.contains(row.method())) {
            var changed = Facts.difference(known, facts.now());
            if (!changed.isEmpty() || answer.status() < 300) {
                changes.add(String.join(", ", changed));
            }
            if (!changed.isEmpty()) {
                subjects.renew(changed);
                known = null;
            }
            if (changed.contains("passwords")) {
                // Another password ends the sessions of its account.
                browsers.clear();
            }
        }
        return cell;
    }

    private void refusalsChangeNothing(Row row) {
        if (known == null || READING.contains(row.method())) {
            return;
        }
        var changed = Facts.difference(known, facts.now());
        if (!changed.isEmpty()) {
            subjects.renew(changed);
            known = null;
        }
        assertThat(changed).as("changed by a refusal").isEmpty();
    }

    private String shown(Answer answer) {
        if (answer.status() == 302) {
            return "302 " + subjects.named(answer.location().replaceFirst("^https?://[^/]*", ""));
        }
        return answer.status() != 204 && NOTHING.contains(answer.body().strip())
                ? answer.status() + " none"
                : String.valueOf(answer.status());
    }

    private static Answer answer(String method, String path, String sent, Visit visit) {
        if (sent.startsWith("{") || sent.isEmpty()) {
            return visit.by(method, path, sent);
        }
        var fields = new HashMap<String, String>();
        for (var field : sent.split("&")) {
            fields.put(field.replaceFirst("=.*", ""), field.replaceFirst("[^=]*=", ""));
        }
        return path.endsWith("/create")
                ? visit.parts(
                        path,
                        fields.entrySet().stream()
                                .map(field -> new Visit.Part(
                                        field.getKey(),
                                        field.getKey().endsWith(".txt") ? field.getKey() : "",
                                        "text/plain",
                                        field.getValue()))
                                .toList())
                : visit.form(path, fields);
    }

    private static boolean isForMachines(String path) {
        return path.startsWith(ENGINE)
                || path.startsWith(COPY)
                || path.startsWith("/api/")
                || path.startsWith("/demo/api/")
                || path.startsWith("/actuator");
    }

    /** With a password where that is how one comes, else with a session. */
    private Visit visitor(String role, String path) {
        return isForMachines(path) && !path.startsWith(COPY)
                ? machines.computeIfAbsent(
                        role, name -> name.equals("nobody") ? Visit.nobody(port) : Visit.by(name, port))
                : browsers.computeIfAbsent(role, this::browser);
    }

    private Visit browser(String role) {
        var browser = Visit.browser(port);
        browser.get("/login");
        if (!role.equals("nobody")) {
            browser.logsIn(role, "demo");
            browser.get("/camunda/app/tasklist/default/");
            browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
        }
        return browser.with("X-XSRF-OWN", browser.cookie("XSRF-OWN"));
    }
}
