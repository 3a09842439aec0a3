package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.athento.deployment.process.Lifecycle;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One intervention, driven over REST by the accounts of the demo. */
final class Intervention {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final String key;

    private Intervention(String id, String key) {
        this.id = id;
        this.key = key;
    }

    /** Asked for by support, for four days from now at ten at night. */
    static Intervention requested(Node node, String instance, String version) {
        var window = ZonedDateTime.ofInstant(node.now(), Lifecycle.MADRID)
                .plusDays(4)
                .with(LocalTime.of(22, 0))
                .toLocalDateTime();
        var request = new HashMap<String, Object>();
        request.put("instanceCode", instance);
        request.put("changeKind", "VERSION_UPGRADE");
        request.put("targetVersion", version);
        request.put("severity", "NONE");
        request.put("windowStartLocal", window.toString());
        request.put("downtimeMinutes", 45);
        request.put("reason", "Monthly upgrade");
        request.put("flagPossible", false);
        request.put("flagReason", "No flag covers a new version");
        request.put("bigChanges", false);
        request.put("plan", "Stop, install, migrate, start");
        request.put("rollbackPlan", "Restore the snapshot");
        request.put("noticeChannels", "EMAIL");
        var started = node.by("support")
                .post("/engine-rest/process-definition/key/type-4-deployment/start", variables(request))
                .isFine();
        return new Intervention(started.id(), JsonPath.read(started.body(), "$.businessKey"));
    }

    String key() {
        return key;
    }

    Intervention isApproved(Node node) {
        completes(node, "product", "approve-product", approval("product"));
        return completes(node, "project", "approve-project", approval("project"));
    }

    static Map<String, Object> approval(String team) {
        return Lifecycle.approval(team, "APPROVE", "LOW");
    }

    /** The client has read the question before; one that is still to be sent would be dropped. */
    Intervention isAgreed(Node node) {
        await("the question of " + key)
                .atMost(Node.PATIENCE)
                .until(() -> mailStates(node).contains("SENT"));
        return completes(node, "project", "obtain-client-consent", Lifecycle.consent("AGREED"));
    }

    /** Waits for the task, if it has still to come. */
    Intervention completes(Node node, String person, String element, Map<String, ?> answer) {
        var task = waitsFor(node, element);
        node.by(person)
                .post("/engine-rest/task/%s/claim".formatted(task), "{\"userId\":\"%s\"}".formatted(person))
                .isFine();
        node.by(person)
                .post("/engine-rest/task/%s/complete".formatted(task), variables(answer))
                .isFine();
        return this;
    }

    /** The id of a task, when it is there. */
    String waitsFor(Node node, String element) {
        return await("task %s of %s".formatted(element, key))
                .atMost(Node.PATIENCE)
                .until(() -> tasks(node, element), tasks -> tasks.size() == 1)
                .get(0);
    }

    private List<String> tasks(Node node, String element) {
        return list(node, "/engine-rest/task?processInstanceId=%s&taskDefinitionKey=%s".formatted(id, element), "id");
    }

    /** Its tasks with who has claimed them, and its timers and other jobs with their due dates. */
    List<String> stands(Node node) {
        var stands = new ArrayList<String>();
        list(node, "/engine-rest/task?processInstanceId=" + id)
                .forEach(task -> stands.add(
                        "%s %s %s".formatted(task.get("id"), task.get("taskDefinitionKey"), task.get("assignee"))));
        jobs(node).forEach(job -> stands.add("%s %s".formatted(job.get("id"), job.get("dueDate"))));
        return stands;
    }

    List<Map<String, Object>> jobs(Node node) {
        return list(node, "/engine-rest/job?processInstanceId=" + id);
    }

    /** Waits until its one mail that does not leave has so many attempts ahead. */
    void hasRetriesLeft(Node node, int retries) {
        await("%d retries of %s".formatted(retries, key))
                .atMost(Node.PATIENCE)
                .until(() -> Integer.valueOf(retries).equals(failing(node).get("retries")));
    }

    /** As Cockpit's button does. */
    void isRetried(Node node, String person) {
        node.by(person)
                .put("/engine-rest/job/%s/retries".formatted(failing(node).get("id")), "{\"retries\":1}")
                .isFine();
    }

    private Map<String, Object> failing(Node node) {
        return jobs(node).stream()
                .filter(job -> job.get("exceptionMessage") != null)
                .findFirst()
                .orElse(Map.of());
    }

    /** The sentences that Cockpit shows. */
    List<String> troubles(Node node) {
        return list(node, "/engine-rest/incident?processInstanceId=" + id, "incidentMessage");
    }

    /** What has been passed, in order. */
    List<String> timeline(Node node) {
        return story(node, "timeline", moment -> text(moment, "kind", "element", "label"));
    }

    Instant windowStart(Node node) {
        return Instant.parse(story(node).get("windowStart").asText());
    }

    /** How far each of its mails has come. */
    List<String> mailStates(Node node) {
        return story(node, "mails", mail -> text(mail, "state"));
    }

    private List<String> story(Node node, String list, Function<JsonNode, String> said) {
        return StreamSupport.stream(story(node).get(list).spliterator(), false)
                .map(said)
                .toList();
    }

    private JsonNode story(Node node) {
        return read(node, "/api/interventions/" + key, new TypeReference<JsonNode>() {});
    }

    private static String text(JsonNode object, String... fields) {
        return Arrays.stream(fields).map(field -> object.get(field).asText()).collect(Collectors.joining(" "));
    }

    private static List<String> list(Node node, String address, String field) {
        return list(node, address).stream()
                .map(object -> (String) object.get(field))
                .toList();
    }

    private static List<Map<String, Object>> list(Node node, String address) {
        return read(node, address, new TypeReference<List<Map<String, Object>>>() {});
    }

    private static <T> T read(Node node, String address, TypeReference<T> type) {
        try {
            return JSON.readValue(node.asks(address).body(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(address, broken);
        }
    }

    /** Waits for so many mails of it, all in all. */
    List<Mailbox.Mail> hasSent(Mailbox mailbox, int mails) {
        return await("%d mails of %s".formatted(mails, key))
                .atMost(Node.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> mailbox.taken(key), taken -> taken.size() >= mails);
    }

    /** Each mail left once, each step was taken once. */
    void repeatedNothing(Node node, Mailbox mailbox) {
        assertThat(mailbox.taken(key))
                .extracting(mail -> mail.subject() + mail.recipients())
                .doesNotHaveDuplicates();
        assertThat(mailbox.taken(key)).extracting(Mailbox.Mail::messageId).doesNotHaveDuplicates();
        assertThat(timeline(node)).doesNotHaveDuplicates();
    }

    static String variables(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "variables",
                    values.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, value -> Map.of("value", value.getValue())))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
