package com.athento.deployment.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    private static final String ADDRESS = "ana@acme.example";

    @Test
    void complainsOfWhatMayBeTriedAgainAndOfTheServerFirst() {
        var words = Map.of(ADDRESS, "451 later.");

        assertThat(delivery(Map.of(), words, "it is gone. ").complaint()).contains("it is gone");
        assertThat(delivery(Map.of(), words, null).complaint()).contains("451 later");
        assertThat(delivery(words, Map.of(), null).complaint()).isEmpty();
    }

    @ParameterizedTest(name = "''{0}'' becomes ''{1}''")
    @CsvSource({
        "it is gone, it is gone",
        "' it is gone. ', it is gone",
        "mail.acme.example is gone..., mail.acme.example is gone"
    })
    void aSentenceWithinASentenceEndsWithoutStop(String sentence, String part) {
        assertThat(Delivery.withoutStop(sentence)).isEqualTo(part);
    }

    private static Delivery delivery(Map<String, String> refused, Map<String, String> deferred, String trouble) {
        return new Delivery(Set.of(), refused, deferred, Set.of(), Optional.ofNullable(trouble));
    }
}
