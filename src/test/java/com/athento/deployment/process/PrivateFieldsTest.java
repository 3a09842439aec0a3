package com.athento.deployment.process;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ReflectionUtils;

/** What we read of the engine that it promises to nobody: the first test to look at when the engine is updated. */
class PrivateFieldsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** How a field is named where one is read. */
    private static final Pattern READ = Pattern.compile(
            "(?:field|variables|ofCompletion|getPropertyValue|setPropertyValue)\\((?:\\w+, )?\"(\\w+)\"");

    /** @param need completes "we need it to …" */
    record Need(String reader, String field, String need, Class<?> type) {

        @Override
        public String toString() {
            return "%s.%s: %s needs it to %s".formatted(type.getSimpleName(), field, reader, need);
        }
    }

    static List<Need> needs() {
        return Stream.of(
                        of("ProcedureGuard", "userId", "let everybody claim for themselves only", ClaimTaskCmd.class),
                        of("ProcedureGuard", "userId", "let people give back what they claimed", AssignTaskCmd.class),
                        of("ProcedureGuard", "userId", "let nobody try another one's password", CheckPassword.class),
                        of(
                                "ProcedureGuard",
                                "taskId",
                                "find the task that is claimed or given back",
                                ClaimTaskCmd.class,
                                AssignTaskCmd.class),
                        of(
                                "ProcedureGuard",
                                "taskId",
                                "keep the whole log for admins",
                                UserOperationLogQueryImpl.class),
                        of(
                                "ProcedureGuard",
                                "processInstanceId",
                                "keep the whole log for admins",
                                UserOperationLogQueryImpl.class),
                        of(
                                "TaskRights",
                                "taskId",
                                "let whom a task is for read what was done to it",
                                UserOperationLogQueryImpl.class),
                        of("ProcedureGuard", "jobIds", "leave timers where they are", SetJobRetriesCmd.class),
                        of("ProcedureGuard", "jobId", "leave timers where they are", SetJobRetriesCmd.class),
                        of("ElementsOfJobs", "jobId", "know which job is run", ExecuteJobsCmd.class),
                        of("ProcedureGuard", "jobDefinitionId", "leave timers where they are", SetJobRetriesCmd.class),
                        of("ProcedureGuard", "isDueDateSet", "leave timers where they are", SetJobRetriesCmd.class),
                        of("ProcedureGuard", "retries", "stop no job for good", SetJobRetriesCmd.class),
                        of(
                                "Submission",
                                "instantiationBuilder",
                                "check a start before it is stored",
                                StartProcessInstanceCmd.class),
                        of(
                                "Submission",
                                "processDefinitionId",
                                "find what a start may submit",
                                SubmitStartFormCmd.class),
                        of(
                                "Submission",
                                "variables",
                                "check and convert answers before they are stored",
                                SubmitStartFormCmd.class,
                                CompleteTaskCmd.class),
                        of(
                                "Submission",
                                "properties",
                                "check and convert answers before they are stored",
                                SubmitTaskFormCmd.class),
                        of(
                                "Submission",
                                "taskId",
                                "find what a step takes",
                                CompleteTaskCmd.class,
                                SubmitTaskFormCmd.class),
                        of(
                                "Remarks",
                                "taskId",
                                "show and take remarks only with their task",
                                AddCommentCmd.class,
                                CreateAttachmentCmd.class,
                                GetTaskCommentCmd.class,
                                GetTaskCommentsCmd.class,
                                GetTaskEventsCmd.class,
                                GetTaskAttachmentCmd.class,
                                GetTaskAttachmentsCmd.class,
                                GetTaskAttachmentContentCmd.class),
                        of(
                                "Remarks",
                                "processInstanceId",
                                "keep a remark to its own intervention",
                                AddCommentCmd.class,
                                CreateAttachmentCmd.class),
                        of(
                                "RefuseExpressions",
                                "extendingQuery",
                                "refuse expressions in a query",
                                AbstractExecuteFilterCmd.class),
                        of(
                                "RefuseExpressions",
                                "filterId",
                                "refuse expressions in a stored filter",
                                AbstractExecuteFilterCmd.class),
                        of(
                                "RefuseExpressions",
                                "filter",
                                "refuse expressions in a filter that is saved",
                                SaveFilterCmd.class),
                        of("BindFilters", "filterId", "put in who asks, and when", AbstractExecuteFilterCmd.class),
                        of(
                                "OnlyOurModels",
                                "deploymentId",
                                "keep the models that requests follow",
                                DeleteDeploymentCmd.class),
                        of(
                                "OnlyOurModels",
                                "processDefinitionIds",
                                "keep the models that requests follow",
                                DeleteProcessDefinitionsByIdsCmd.class),
                        of(
                                "OnlyOurModels",
                                "processDefinitionKey",
                                "keep the models that requests follow",
                                DeleteProcessDefinitionsByKeyCmd.class),
                        of("AccountAddresses", "user", "judge the address of an account", SaveUserCmd.class),
                        of("EndSessions", "user", "end the logins of who gets a new password", SaveUserCmd.class),
                        of("EndSessions", "newPassword", "see whether a password is new", UserEntity.class),
                        of("EndSessions", "id", "know whose login ends", UserEntity.class),
                        of("EndSessions", "userId", "end the logins of a deleted account", DeleteUserCmd.class))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Need> of(String reader, String field, String need, Class<?>... types) {
        return Arrays.stream(types)
                .map(type -> new Need(reader, field, need, type))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("needs")
    void theEngineHasIt(Need need) {
        assertThat(ReflectionUtils.findField(need.type(), need.field()))
                .as(
                        "The engine's %s has no field '%s' any more: find out where it keeps that now, since %s reads it to %s",
                        need.type().getName(), need.field(), need.reader(), need.need())
                .isNotNull();
    }

    /** What a start submits is read by the builder's own method, which is none of its interface. */
    @Test
    void aStartKeepsWhatTheGuardTakesItFor() {
        var field = ReflectionUtils.findField(StartProcessInstanceCmd.class, "instantiationBuilder");

        assertThat(field.getType()).isEqualTo(ProcessInstantiationBuilderImpl.class);
    }

    @Test
    void nothingElseIsRead() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var read = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(PrivateFieldsTest::looksInside)
                    .flatMap(PrivateFieldsTest::reads)
                    .collect(toCollection(TreeSet::new));

            assertThat(read)
                    .as("what the sources read of the engine's private fields, and what this test says of it")
                    .isEqualTo(needs().stream()
                            .map(need -> need.reader() + " " + need.field())
                            .collect(toCollection(TreeSet::new)));
        }
    }

    private static boolean looksInside(Path file) {
        var text = text(file);
        return text.contains("EngineParts.field(") || text.contains("DirectFieldAccessor(");
    }

    private static Stream<String> reads(Path file) {
        var reader = file.getFileName().toString().replace(".java", "");
        return READ.matcher(text(file)).results().map(read -> reader + " " + read.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
