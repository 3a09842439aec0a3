package com.athento.deployment.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.athento.deployment.intervention.Language;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StaffLanguagesTest {

    private final ReadersLanguages readers = mock(ReadersLanguages.class);
    private final MailProperties mails = mock(MailProperties.class);

    @Test
    void aThousandReadersAreLookedUpOnce() {
        given(readers.byAddress()).willReturn(Map.of("p7@athento.example", Language.EN));
        given(mails.staffLanguage()).willReturn(Language.ES);

        var language = new StaffLanguages(readers, mails).now();

        assertThat(IntStream.range(0, 1000)
                        .mapToObj("p%d@athento.example"::formatted)
                        .filter(address -> language.apply(address) == Language.EN))
                .containsExactly("p7@athento.example");
        verify(readers, times(1)).byAddress();
    }
}
