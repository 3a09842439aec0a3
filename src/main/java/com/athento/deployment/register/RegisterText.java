package com.athento.deployment.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** The text of the register file, wherever it lies. */
record RegisterText(ResourceLoader resources) {

    /** @throws BadRegister if there is no such file, or it is not UTF-8 */
    String text(String file) {
        try (var bytes = resource(file).getInputStream()) {
            return decoded(file, bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new BadRegister(
                    file,
                    List.of(
                            "there is no such file to read; give the path of a YAML file, or leave register.import out"));
        }
    }

    private Resource resource(String file) {
        return file.matches("[a-z]{2,}:.*") ? resources.getResource(file) : new FileSystemResource(file);
    }

    private static String decoded(String file, byte[] bytes) {
        var unread = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(unread).toString();
        } catch (CharacterCodingException foreign) {
            // The decoder stops where it understands no more.
            var understood = new String(bytes, 0, unread.position(), StandardCharsets.UTF_8);
            var line = 1 + understood.chars().filter(c -> c == '\n').count();
            throw new BadRegister(
                    file, List.of("line %d: this is not UTF-8; save the file in that encoding".formatted(line)));
        }
    }
}
