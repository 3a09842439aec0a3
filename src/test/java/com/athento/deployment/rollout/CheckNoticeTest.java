package com.athento.deployment.rollout;

import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever starts learns about the end users. */
class CheckNoticeTest extends PathsTest {

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @Test
    void saysNothingWhenUsersWereTold() {
        assertThat(warning(lifecycle.windowOpened())).isNull();
    }

    @Test
    void saysThatTheNoticeHasNotLeft() {
        var intervention = lifecycle.agreed();
        lifecycle.now(intervention.moment("windowStart"));
        intervention.runs("window-opened");

        assertThat(warning(intervention)).asString().startsWith("The end users have not been told");
    }

    @Test
    void noticeInMidConversationIsNotOut() {
        var intervention = lifecycle.agreed();
        intervention.at(intervention.moment("noticeAt"));
        database.sql("update message_log set state = 'SENDING' where intervention_key = ? and mail = 'user-notice'")
                .param(intervention.key())
                .update();

        assertThat(warning(intervention.at(intervention.moment("windowStart")))).isNotNull();
    }

    @Test
    void saysNothingWhenNobodyIsToBeTold() {
        var intervention = lifecycle
                .approved(Map.of("noticeChannels", "NONE", "noNoticeReason", "The instance has no users yet"))
                .agrees()
                .windowOpens();

        assertThat(warning(intervention)).isNull();
    }

    private Object warning(Intervention intervention) {
        return tasks.getVariableLocal(intervention.task(START_DEPLOYMENT).getId(), "noticeWarning");
    }
}
