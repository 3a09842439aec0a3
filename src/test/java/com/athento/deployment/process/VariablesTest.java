package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a variable writes one line: then it is known by its name, and no other has that name. */
class VariablesTest {

    static Stream<Field> constants() {
        return Stream.of(Variables.class.getFields());
    }

    @ParameterizedTest
    @MethodSource("constants")
    void eachConstantIsFoundByItsName(Field constant) throws IllegalAccessException {
        var variable = (Variable<?>) constant.get(null);

        assertThat(Variables.find(variable.name())).containsSame(variable);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void eachConstantIsCalledLikeItsVariable(Field constant) throws IllegalAccessException {
        var name = ((Variable<?>) constant.get(null)).name();

        assertThat(constant.getName())
                .isEqualTo(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    @Test
    void thereAreNoOthers() {
        assertThat(Variables.all()).hasSameSizeAs(constants().toList());
    }
}
