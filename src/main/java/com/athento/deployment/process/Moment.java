package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;

/** A point in time, also where it is sent as text with an offset; the engine holds it as a date. */
record Moment() implements Kind<Instant> {

    /** Beyond these, databases and the engine disagree about what a time is. */
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Kind<Instant> WRITTEN = Kind.of(Moment::written, "refused.value.moment");

    @Override
    public Instant read(String where, Object given) {
        var moment = given instanceof Date date ? date.toInstant() : WRITTEN.read(where, given);
        if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw Refused.because("refused.value.no-such-year", where, PlainText.quoted(given));
        }
        return moment;
    }

    @Override
    public Object held(Instant moment) {
        return Date.from(moment);
    }

    private static Optional<Instant> written(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
