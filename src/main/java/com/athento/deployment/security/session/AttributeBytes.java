package com.athento.deployment.security.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.lang.Nullable;
import org.springframework.util.SerializationUtils;

/**
 * What a session holds, as bytes. What cannot be read back is not there: after an upgrade that changes one of its
 * classes, somebody has to log in again, and sees no error.
 */
final class AttributeBytes {

    private static final Logger LOG = LoggerFactory.getLogger(AttributeBytes.class);

    /**
     * The login, the web applications' own view of it, and what a page tells the next one: names, numbers and texts, of
     * which a form has 2 MiB at most.
     */
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxbytes=4194304;maxdepth=20;java.lang.*;java.util.*;java.util.concurrent.*;"
                    + "org.springframework.security.**;org.springframework.util.*;"
                    + "org.springframework.web.servlet.*;"
                    + "org.camunda.bpm.webapp.impl.security.auth.*;!*");

    private AttributeBytes() {}

    static ConversionService both() {
        var both = new GenericConversionService();
        both.addConverter(Object.class, byte[].class, AttributeBytes::kept);
        both.addConverter(byte[].class, Object.class, AttributeBytes::read);
        return both;
    }

    /** @throws IllegalStateException if nobody would ever read it again, and whoever is to read it would miss it */
    private static byte[] kept(Object attribute) {
        var bytes = of(attribute);
        if (read(bytes) == null) {
            throw new IllegalStateException("A session does not give back " + attribute.getClass()
                    + " with what it holds: put names, numbers and texts into it");
        }
        return bytes;
    }

    static byte[] of(Object attribute) {
        return SerializationUtils.serialize(attribute);
    }

    /** Null if it is not to be read. */
    @Nullable
    static Object read(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.info("A part of a session cannot be read and is left out: {}", unreadable.toString());
            return null;
        }
    }
}
