package com.athento.deployment.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What a mail says, in both its forms, as it is kept: deflated in one, since each says again what the other does. */
public record MailTexts(String html, String text) {

    /** Inflated, in bytes: many times what a form takes, and so a mail never is. */
    static final int MOST = 32 << 20;

    /** The columns of {@code message_log} that {@link #in} reads. */
    static final String COLUMNS = "texts, body_html, body_text";

    /** Empty once their time is over. Rows from before they were deflated have each in a column of its own. */
    public static Optional<MailTexts> in(ResultSet row) throws SQLException {
        var deflated = row.getBytes("texts");
        if (deflated != null) {
            return Optional.of(inflated(deflated));
        }
        var html = row.getString("body_html");
        return html == null ? Optional.empty() : Optional.of(new MailTexts(html, row.getString("body_text")));
    }

    public byte[] deflated() {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            write(html, out);
            write(text, out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException if these are not texts of a mail, or more than anyone wrote */
    static MailTexts inflated(byte[] deflated) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(deflated)))) {
            return new MailTexts(read(in), read(in));
        } catch (IOException other) {
            throw new UncheckedIOException("The texts of a mail on record cannot be read", other);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("%d bytes of text, where at most %d are read".formatted(length, MOST));
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("%d bytes of text, where %d were written".formatted(bytes.length, length));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
