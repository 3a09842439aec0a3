package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.record.Moment;
import com.athento.deployment.record.Revision;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What is on record as the API writes it: moments as all others, the second's fraction no longer than it has to be, and
 * findings in the language of the request.
 */
@Configuration(proxyBeanMethods = false)
class RecordJson {

    private static final Map<String, Function<String, ?>> KEPT =
            Map.of("findings", Revision::findings, "flags", Revision::flagsOf);

    @Bean
    static Module onRecord() {
        return new SimpleModule("on-record")
                .addSerializer(Finding.class, new ForItsReader())
                .setSerializerModifier(new OnRecord());
    }

    private static final class OnRecord extends BeanSerializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription noun, List<BeanPropertyWriter> properties) {
            properties.stream()
                    .filter(property -> noun.getBeanClass().getPackage() == Moment.class.getPackage())
                    .filter(property -> property.getType().hasRawClass(Instant.class))
                    .forEach(property -> property.assignSerializer(new InUtc()));
            properties.stream()
                    .filter(property -> noun.getBeanClass() == Revision.class && KEPT.containsKey(property.getName()))
                    .forEach(property -> property.assignSerializer(new Kept(KEPT.get(property.getName()))));
            return properties;
        }
    }

    /** What a revision keeps as the text of its JSON, written as what it is. */
    private static final class Kept extends JsonSerializer<Object> {

        private final Function<String, ?> reading;

        Kept(Function<String, ?> reading) {
            this.reading = reading;
        }

        @Override
        public void serialize(Object text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeObject(reading.apply((String) text));
        }
    }

    private static final class ForItsReader extends JsonSerializer<Finding> {

        @Override
        public void serialize(Finding finding, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("code", finding.code().name());
            json.writeStringField("severity", finding.severity().name());
            json.writeStringField("message", finding.in(Language.of(LocaleContextHolder.getLocale())));
            json.writeBooleanField("exceptionPossible", finding.exceptionPossible());
            json.writeEndObject();
        }
    }

    private static final class InUtc extends JsonSerializer<Object> {

        @Override
        public void serialize(Object moment, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(((Instant) moment).atOffset(ZoneOffset.UTC)));
        }
    }
}
