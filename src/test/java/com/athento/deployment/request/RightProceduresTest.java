package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.RightProcedure;
import com.athento.deployment.intervention.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightProceduresTest {

    @ParameterizedTest(name = "type {0}, flag {1}, {2}, big changes {3}: {4}")
    @CsvSource({
        "4, false, UPDATE, false, TYPE_4",
        "4, false, UPDATE, true,  TYPE_4",
        "4, false, PATCH,  false, TYPE_4",
        "4, false, PATCH,  true,  OTHER",
        "4, true,  UPDATE, false, OTHER",
        "3, false, UPDATE, false, OTHER",
        "1, false, UPDATE, false, OTHER"
    })
    void isThisOneOrAnother(int type, boolean flag, Route route, boolean bigChanges, RightProcedure right) {
        assertThat(RightProcedures.of(type, flag, route, bigChanges)).isEqualTo(right);
    }
}
