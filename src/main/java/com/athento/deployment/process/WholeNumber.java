package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.WrittenNumber;
import java.math.BigDecimal;
import java.util.function.Function;

/** A whole number, also where it is sent as text: exactly or not at all. */
record WholeNumber<N extends Number>(Function<BigDecimal, N> exactly) implements Kind<N> {

    private static final Kind<BigDecimal> WRITTEN = Kind.of(WrittenNumber::read, "refused.value.whole");

    @Override
    public N read(String where, Object given) {
        try {
            return exactly.apply(WRITTEN.read(where, given));
        } catch (ArithmeticException notExact) {
            throw Refused.because("refused.value.whole-in-range", where, PlainText.quoted(given));
        }
    }
}
