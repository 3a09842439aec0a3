package com.athento.deployment.qa.results;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.Refused;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files that somebody sends: XML, or zips of it. A zip is read by its own table of contents, so that one that was
 * cut off is none, and nothing of it is written anywhere. What unpacks to more than {@link #MOST_BYTES} is refused on
 * the way.
 */
public final class ResultFiles {

    /** Unpacked, of all files together. */
    private static final long MOST_BYTES = 200L << 20;

    private static final int MOST_ENTRIES = 10_000;

    private final List<String> otherFiles = new ArrayList<>();
    private final Consumer<TestResult> each;
    private long left = MOST_BYTES;

    /** @param each takes the tests of all files, one after the other */
    public ResultFiles(Consumer<TestResult> each) {
        this.each = each;
    }

    /** What a zip held besides, by name. */
    public List<String> otherFiles() {
        return otherFiles;
    }

    /**
     * Hands over all tests of a file.
     *
     * @param name what its sender calls it
     * @throws Refused if it is neither XML of JUnit nor a zip of such
     */
    public void read(String name, Path file) throws IOException {
        if (isZip(file)) {
            zip(name, file);
            return;
        }
        try (var in = Files.newInputStream(file)) {
            if (!JunitXml.read(name, new Bounded(in, name), each)) {
                throw Refused.because("refused.results.other", PlainText.quoted(name));
            }
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
        }
    }

    private void zip(String name, Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            if (zip.size() > MOST_ENTRIES) {
                throw Refused.because("refused.results.entries", PlainText.quoted(name), zip.size(), MOST_ENTRIES);
            }
            for (var entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                entry(name, zip, entry);
            }
        } catch (ZipException | EOFException broken) {
            throw Refused.because("refused.results.zip", PlainText.quoted(name));
        }
    }

    private void entry(String name, ZipFile zip, ZipEntry entry) throws IOException {
        var path = entry.getName();
        if (!isXml(path)) {
            otherFiles.add(path);
            return;
        }
        var within = name + "/" + path;
        try (var in = zip.getInputStream(entry)) {
            if (!JunitXml.read(within, new Bounded(in, within), each)) {
                otherFiles.add(path);
            }
        }
    }

    /** Not what a Mac puts beside each file. */
    private static boolean isXml(String path) {
        var file = path.substring(path.lastIndexOf('/') + 1);
        return file.toLowerCase(Locale.ROOT).endsWith(".xml") && !file.startsWith("._");
    }

    private final class Bounded extends FilterInputStream {

        private final String file;

        Bounded(InputStream in, String file) {
            super(in);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next == -1 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw Refused.because("refused.results.large", PlainText.quoted(file), MOST_BYTES >> 20);
            }
        }
    }
}
