package com.athento.deployment.overview.web;

import com.athento.deployment.record.Moment;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The moments on record as the API writes all others: the second's fraction no longer than it has to be. */
@Configuration(proxyBeanMethods = false)
class RecordJson {

    @Bean
    static Module momentsOnRecord() {
        return new SimpleModule("moments-on-record").setSerializerModifier(new OnRecord());
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
            return properties;
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
