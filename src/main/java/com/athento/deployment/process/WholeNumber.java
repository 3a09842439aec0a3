package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.WrittenNumber;
import java.math.BigDecimal;
import java.util.function.Function;

/** A whole number, also where it is sent as text: exactly or not at all. */
record WholeNumber<N extends Number>(Function<BigDecimal, N> exactly) implements Kind<N> {

    private static final Kind<BigDecimal> WRITTEN =
            Kind.of(WrittenNumber::read, "is not a whole number; give one such as 30");

    @Override
    public N read(String where, Object given) {
        try {
            return exactly.apply(WRITTEN.read(where, given));
        } catch (ArithmeticException notExact) {
            throw Refused.because(
                    "%s: %s is not a whole number in range; give one such as 30", where, PlainText.quoted(given));
        }
    }
}
