package com.athento.deployment.process.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What is deployed of {@code bpmn/}: its files by their paths below it, the same from classes and from the jar. Without
 * the texts: another word makes no new version.
 */
record Models(Map<String, byte[]> files) {

    private static final String ROOM = "/bpmn/";
    private static final String TEXTS = ".properties";

    static Models ofThisBuild() {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/**/*.*")) {
                var path = file.getURL().getPath();
                if (!path.endsWith(TEXTS)) {
                    files.put(path.substring(path.lastIndexOf(ROOM) + ROOM.length()), file.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Models(files);
    }

    /**
     * The root of a diagram or table.
     *
     * @throws IllegalArgumentException if it is no XML
     */
    static Element parse(byte[] content) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var reader = factory.newDocumentBuilder();
            // It would write to the console.
            reader.setErrorHandler(new DefaultHandler());
            return reader.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXParseException broken) {
            throw new IllegalArgumentException(
                    "line %d: %s".formatted(broken.getLineNumber(), broken.getMessage()), broken);
        } catch (SAXException | ParserConfigurationException | IOException broken) {
            throw new IllegalArgumentException(broken.getMessage(), broken);
        }
    }

    /** Of processes and decisions, as the engine counts their versions. */
    Set<String> keys() {
        var keys = new TreeSet<>(ids("process"));
        keys.addAll(ids("decision"));
        return keys;
    }

    /** Of one kind of element, in all diagrams and tables. */
    Set<String> ids(String kind) {
        var ids = new TreeSet<String>();
        files.forEach((name, content) -> {
            if (isXml(name)) {
                ids.addAll(ids(content, kind));
            }
        });
        return ids;
    }

    static boolean isXml(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".dmn");
    }

    /** Ids of one kind of element at the top of a file; none if the file is broken. */
    private static Set<String> ids(byte[] content, String kind) {
        var ids = new TreeSet<String>();
        try {
            for (var child = parse(content).getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element && kind.equals(element.getLocalName())) {
                    ids.add(element.getAttribute("id"));
                }
            }
        } catch (IllegalArgumentException shownByTheCheck) {
            ids.clear();
        }
        return ids;
    }

    /** Equal exactly where names and contents are. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, content) -> {
                digest.update("%s %d\n".formatted(name, content.length).getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
