package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {

    @ParameterizedTest(name = "{0} is {1}; by e-mail: {2}, inside: {3}")
    @CsvSource({
        "NONE,           NONE,           false, false",
        "EMAIL,          EMAIL,          true,  false",
        "IN_APP,         IN_APP,         false, true",
        "'IN_APP,EMAIL', 'EMAIL,IN_APP', true,  true"
    })
    void saysByWhatUsersAreToldInOneOrder(String text, String inOrder, boolean byMail, boolean inside) {
        var channels = Channels.of(text);

        assertThat(channels.text()).isEqualTo(inOrder);
        assertThat(channels.include(Channel.EMAIL)).isEqualTo(byMail);
        assertThat(channels.include(Channel.IN_APP)).isEqualTo(inside);
    }
}
