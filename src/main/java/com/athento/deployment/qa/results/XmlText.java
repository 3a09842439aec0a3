package com.athento.deployment.qa.results;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.Refused;
import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * XML as tools write it, made readable: colours of a terminal and other characters that XML forbids stand as �, bytes
 * that are none of the encoding, too, and what a declaration says of an encoding is only believed where it can be true.
 */
final class XmlText extends FilterReader {

    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']{1,60})[\"']");
    private static final Pattern NUMBER = Pattern.compile("#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));");
    private static final int LONGEST_REFERENCE = 12;
    private static final char UNREADABLE = '\uFFFD';

    /** @throws Refused if the file claims an encoding that nobody knows */
    static Reader of(String file, InputStream bytes) throws IOException {
        var in = new BufferedInputStream(bytes);
        in.mark(DECLARATION);
        var head = in.readNBytes(DECLARATION);
        in.reset();
        return new XmlText(new PushbackReader(new InputStreamReader(in, charset(file, head)), LONGEST_REFERENCE));
    }

    private final PushbackReader text;
    private boolean begun;

    private XmlText(PushbackReader text) {
        super(text);
        this.text = text;
    }

    private static Charset charset(String file, byte[] head) {
        if (begins(head, 0xFE, 0xFF) || begins(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(head, 0xFF, 0xFE) || begins(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        var declaration = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1).replace("ï»¿", ""));
        // Whoever writes a text in memory into a file often leaves the memory's encoding in it.
        return declaration.find()
                        && !declaration.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")
                ? named(file, declaration.group(1))
                : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] head, int first, int second) {
        return head.length > 1 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static Charset named(String file, String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Refused.because("refused.results.encoding", PlainText.quoted(file), PlainText.quoted(name));
        }
    }

    @Override
    public int read() throws IOException {
        var next = text.read();
        // Neither a byte order mark nor a blank line may stand before the declaration.
        while (!begun && (next == '\uFEFF' || next == ' ' || next == '\r' || next == '\n' || next == '\t')) {
            next = text.read();
        }
        begun = true;
        if (next == '&') {
            return reference();
        }
        return next == -1 || isAllowed(next) ? next : UNREADABLE;
    }

    /** A number that stands for a character which XML forbids is left out like the character. */
    private int reference() throws IOException {
        var ahead = new char[LONGEST_REFERENCE - 1];
        var length = 0;
        for (int next = text.read(); next != -1; next = text.read()) {
            ahead[length++] = (char) next;
            if (next == ';' || length == ahead.length) {
                break;
            }
        }
        var number = NUMBER.matcher(new String(ahead, 0, length));
        if (number.matches() && !isAllowed(value(number.group(1), number.group(2)))) {
            return UNREADABLE;
        }
        text.unread(ahead, 0, length);
        return '&';
    }

    private static int value(String hexadecimal, String decimal) {
        return hexadecimal == null ? Integer.parseInt(decimal) : Integer.parseInt(hexadecimal, 16);
    }

    private static boolean isAllowed(int character) {
        return character >= ' '
                ? character < 0xFFFE || (character > 0xFFFF && character <= 0x10FFFF)
                : isBlank(character);
    }

    private static boolean isBlank(int character) {
        return character == '\t' || character == '\n' || character == '\r';
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        var count = 0;
        while (count < length) {
            var next = read();
            if (next == -1) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (char) next;
        }
        return count;
    }
}
