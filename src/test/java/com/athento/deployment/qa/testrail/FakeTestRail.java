package com.athento.deployment.qa.testrail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static java.util.stream.Collectors.joining;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** TestRail as its documentation describes it, with one project, one suite and one person. */
public final class FakeTestRail {

    private static final String API = "/index.php?/api/v2/";

    private final WireMock server;
    private final long project;

    public FakeTestRail(WireMock server, long project) {
        this.server = server;
        this.project = project;
        server.resetMappings();
        server.resetRequests();
        server.register(any(anyUrl())
                .atPriority(100)
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"Field :id is not a valid ID.\"}")));
        there("get_suite/5", okJson("{\"id\":5,\"name\":\"Archive\",\"project_id\":%d}".formatted(project)));
        server.register(
                get(urlMatching("/index\\.php\\?/api/v2/get_users/\\d+"))
                        .willReturn(
                                okJson(
                                        "{\"offset\":0,\"limit\":250,\"size\":1,\"users\":[{\"id\":9,\"name\":\"Quima Alba\",\"email\":\"q@acme.example\"}]}")));
        there(
                "get_statuses",
                okJson(
                        "[{\"id\":1,\"name\":\"passed\"},{\"id\":5,\"name\":\"failed\"},{\"id\":6,\"name\":\"custom_status1\",\"label\":\"Passed with notes\"},{\"id\":7,\"name\":\"custom_status2\"}]"));
        offers(List.of(), 0, Instant.EPOCH);
    }

    private void there(String method, ResponseDefinitionBuilder answer) {
        server.register(get(urlEqualTo(API + method)).willReturn(answer));
    }

    public void hidesPeople() {
        server.register(get(urlMatching("/index\\.php\\?/api/v2/get_users/.*"))
                .willReturn(aResponse().withStatus(403)));
    }

    public void isMaintained() {
        server.register(any(anyUrl())
                .atPriority(1)
                .willReturn(aResponse().withStatus(409).withBody("{\"error\":\"Maintenance\"}")));
    }

    /** @param plan number of the one plan; 0 for none */
    public void offers(List<FakeRun> runs, long plan, Instant planned) {
        lists("runs", runs.stream().map(FakeRun::json).toList());
        lists("plans", plan == 0 ? List.of() : List.of(plan(plan, planned, Optional.empty(), Stream.of())));
    }

    private void lists(String what, List<String> items) {
        server.register(get(urlMatching("/index\\.php\\?/api/v2/get_%s/%d&created_after=\\d+".formatted(what, project)))
                .willReturn(okJson(
                        "{\"offset\":0,\"limit\":250,\"size\":%d,\"_links\":{\"next\":null,\"prev\":null},\"%s\":%s}"
                                .formatted(items.size(), what, items))));
    }

    /** The next run that is begun is this one. */
    public void begins(FakeRun run) {
        server.register(post(urlEqualTo(API + "add_run/" + project)).willReturn(okJson(run.json())));
        run.there();
    }

    public FakeRun run(long id) {
        return new FakeRun(id);
    }

    public void plan(long id, Instant created, Optional<Instant> completed, FakeRun... runs) {
        Arrays.stream(runs).forEach(FakeRun::there);
        there("get_plan/" + id, okJson(plan(id, created, completed, Arrays.stream(runs))));
    }

    private String plan(long id, Instant created, Optional<Instant> completed, Stream<FakeRun> runs) {
        var all = runs.toList();
        return """
                {"id":%d,"name":"Plan %d","project_id":%d,"created_on":%d,"created_by":9,"is_completed":%b,"completed_on":%s,
                 %s,"url":"https://elsewhere.example/","entries":[{"id":"3933d74b-4282-4c1f-be62-a641ab427063","runs":[%s]}]}""".formatted(
                        id,
                        id,
                        project,
                        created.getEpochSecond(),
                        completed.isPresent(),
                        completed.map(at -> String.valueOf(at.getEpochSecond())).orElse("null"),
                        counts(all.stream()
                                .flatMapToInt(run -> Arrays.stream(run.statuses))
                                .toArray()),
                        all.stream().map(FakeRun::json).collect(joining(",")));
    }

    private static String counts(int... statuses) {
        var names = List.of("passed", "blocked", "untested", "retest", "failed", "custom_status1", "custom_status2");
        return IntStream.rangeClosed(1, names.size())
                .mapToObj(status -> "\"%s_count\":%d"
                        .formatted(
                                names.get(status - 1),
                                Arrays.stream(statuses)
                                        .filter(one -> one == status)
                                        .count()))
                .collect(joining(","));
    }

    /** A run; its tests are numbered after it. */
    public final class FakeRun {

        private final long id;
        private String name;
        private long inProject = project;
        private String config = "";
        private Instant created = Instant.EPOCH;
        private Optional<Instant> completed = Optional.empty();
        private int[] statuses = {};

        private FakeRun(long id) {
            this.id = id;
            this.name = "Battery " + id;
        }

        public FakeRun called(String text) {
            name = text;
            return this;
        }

        public FakeRun project(long number) {
            inProject = number;
            return this;
        }

        public FakeRun config(String text) {
            config = text;
            return this;
        }

        public FakeRun since(Instant at) {
            created = at;
            return this;
        }

        public FakeRun complete(Instant at) {
            completed = Optional.of(at);
            return this;
        }

        public FakeRun tests(int... each) {
            statuses = each.clone();
            return this;
        }

        String json() {
            return """
                    {"id":%d,"name":"%s","project_id":%d,"suite_id":5,"plan_id":null,"config":"%s","created_on":%d,"created_by":9,
                     "is_completed":%b,"completed_on":%s,%s,"url":"https://elsewhere.example/","of_a_later_version":[]}""".formatted(
                    id,
                    name,
                    inProject,
                    config,
                    created.getEpochSecond(),
                    completed.isPresent(),
                    completed.map(at -> String.valueOf(at.getEpochSecond())).orElse("null"),
                    counts(statuses));
        }

        public FakeRun there() {
            FakeTestRail.this.there("get_run/" + id, okJson(json()));
            return tellsTests();
        }

        /** In pages of 250, with what was said of those that did not pass, the latest first. */
        public FakeRun tellsTests() {
            for (int from = 0; from == 0 || from < statuses.length; from += 250) {
                FakeTestRail.this.there(
                        "get_tests/%d%s".formatted(id, from == 0 ? "" : "&limit=250&offset=" + from),
                        okJson(page(from, Math.min(from + 250, statuses.length))));
            }
            server.register(get(urlMatching("/index\\.php\\?/api/v2/get_results_for_run/%d&status_id=.*".formatted(id)))
                    .willReturn(okJson(IntStream.range(0, statuses.length)
                            .filter(test -> statuses[test] == 1 || statuses[test] == 5)
                            .mapToObj(test -> statuses[test] == 1
                                    ? """
                                    {"id":%d,"test_id":%d,"status_id":1,"comment":"fine","elapsed":"3s"}""".formatted(test * 2 + 1, id(test))
                                    : """
                                    {"id":%d,"test_id":%d,"status_id":5,"comment":"later: expected 3 but was 2","elapsed":"1m 5s"},
                                    {"id":%d,"test_id":%d,"status_id":5,"comment":"earlier","elapsed":null}""".formatted(test * 2 + 2, id(test), test * 2 + 1, id(test)))
                            .collect(joining(",", "{\"results\":[", "],\"_links\":{\"next\":null}}")))));
            return this;
        }

        private long id(int test) {
            return id * 20_000 + test;
        }

        private String page(int from, int to) {
            var tests = IntStream.range(from, to)
                    .mapToObj(test -> "{\"id\":%d,\"case_id\":%d,\"status_id\":%d,\"title\":\"Test %d\",\"run_id\":%d}"
                            .formatted(id(test), test + 1, statuses[test], test + 1, id))
                    .toList();
            return "{\"offset\":%d,\"limit\":250,\"size\":%d,\"_links\":{\"next\":%s,\"prev\":null},\"tests\":%s}"
                    .formatted(
                            from,
                            to - from,
                            to < statuses.length
                                    ? "\"/api/v2/get_tests/%d&limit=250&offset=%d\"".formatted(id, to)
                                    : "null",
                            tests);
        }
    }
}
