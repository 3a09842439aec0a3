package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void nothingAskedIsNoCondition() {
        assertThat(new Selection(Set.of(), "", null, null, "  ").condition()).isEmpty();
    }

    @Test
    void whatIsSearchedForStandsForItself() {
        var searched = new Selection(Set.of(), null, null, null, " 100%_Acme! ");

        assertThat(searched.parameters()).containsEntry("text", "%100!%!_ACME!!%");
    }
}
