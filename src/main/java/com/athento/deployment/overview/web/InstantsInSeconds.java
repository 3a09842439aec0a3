package com.athento.deployment.overview.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.jackson.JsonComponent;

/** An instant in the API: {@code 2027-01-15T21:00:00Z}. */
@JsonComponent
class InstantsInSeconds extends JsonSerializer<OffsetDateTime> {

    @Override
    public void serialize(OffsetDateTime time, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
