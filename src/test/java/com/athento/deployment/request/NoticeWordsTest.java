package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeWordsTest {

    /** Approvers read by which way users are told, not that it is by mail whatever was chosen. */
    @ParameterizedTest
    @EnumSource(Channel.class)
    void everyChannelHasItsWordsBeforeTheApprovers(Channel channel) throws IOException {
        var form = Files.readString(Path.of("bpmn/forms/approve.html"));

        assertThat(form).containsPattern("\\{\\{[^}]*\\b" + channel.name() + ": '");
    }
}
