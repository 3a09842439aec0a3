package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script that starts the application asks of a Java, which here only notes it. */
class StartScriptTest {

    /**
     * Unpacks, makes an archive and answers as the true one; {@code broken} makes no archive, {@code lasts} goes on.
     */
    private static final String JAVA = """
            #!/usr/bin/env bash
            here=$(dirname "$(dirname "$0")")
            case " $* " in
                *" -version "*) echo one >&2; exit ;;
            esac
            echo "$*" >>"$here/asked"
            case " $* " in
                *" extract "*)
                    while [ "$1" != --destination ]; do shift; done
                    mkdir -p "$2" && touch "$2/application.jar" ;;
                *" -XX:ArchiveClassesAtExit="*)
                    [ ! -e "$here/broken" ] || { echo 'no room'; exit 1; }
                    for option; do [[ $option != -XX:Archive*=* ]] || touch "${option#*=}"; done
                    echo 'Started Something in 1 seconds'
                    sleep 60 & trap 'kill $!; exit 143' TERM; wait ;;
                *) [ ! -e "$here/lasts" ] || exec sleep 60 ;;
            esac
            """;

    @TempDir
    Path folder;

    private Path jar;
    private Process lasting;

    @BeforeEach
    void aJavaThatNotes() throws IOException {
        jar = Files.writeString(folder.resolve("application.jar"), "first");
        var java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void nothingLasts() {
        if (lasting != null) {
            lasting.destroyForcibly();
        }
    }

    @Test
    void theArchiveIsMadeOnce() throws Exception {
        assertThat(starts("")).isEmpty();
        assertThat(asked()).hasSize(3).last().asString().contains("-XX:SharedArchiveFile=", "--a=b");

        assertThat(starts("")).isEmpty();
        assertThat(asked()).hasSize(1).last().asString().contains("-XX:SharedArchiveFile=", "--a=b");
        assertThat(made()).hasSize(1);
    }

    @Test
    void whereItCannotBeMadeThatIsSaidOnceAndTriedAgainWithAnotherJarOrWhenAsked() throws Exception {
        var broken = Files.createFile(folder.resolve("java/broken"));

        assertThat(starts("")).containsOnlyOnce("No archive of the classes").contains(".failed");
        assertThat(asked()).hasSize(3).last().asString().contains("-jar " + jar + " --a=b");
        var reason =
                made().stream().filter(it -> it.toString().endsWith(".failed")).toList();
        assertThat(reason)
                .singleElement()
                .satisfies(it -> assertThat(it).content().contains("no room"));

        assertThat(starts("")).isEmpty();
        assertThat(asked()).singleElement().asString().contains("-jar " + jar + " --a=b");

        Files.writeString(jar, "second");
        assertThat(starts("")).contains("No archive of the classes");
        assertThat(asked()).hasSize(3);

        Files.delete(broken);
        Files.delete(made().stream()
                .filter(it -> it.toString().endsWith(".failed"))
                .findAny()
                .orElseThrow());
        assertThat(starts("")).isEmpty();
        assertThat(asked()).last().asString().contains("-XX:SharedArchiveFile=");
    }

    @Test
    void whatAnEarlierJarLeftIsRemovedUnlessANodeRunsOnIt() throws Exception {
        var lasts = Files.createFile(folder.resolve("java/lasts"));
        lasting = process("").start();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> asked().stream().anyMatch(it -> it.contains("-XX:SharedArchiveFile=")));
        Files.delete(lasts);
        var ran = made();

        Files.writeString(jar, "second");
        assertThat(starts("")).isEmpty();
        assertThat(made()).hasSize(2).containsAll(ran);

        lasting.destroyForcibly().waitFor();
        Files.writeString(jar, "third");
        assertThat(starts("")).isEmpty();
        assertThat(made()).hasSize(1).doesNotContainAnyElementsOf(ran);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "-Xmx1g -XX:+UseG1GC, false",
        "-XX:+UseZGC -Xmx1g, false",
        "-XX:+UseStringDeduplication, true"
    })
    void aCollectorThatTheOptionsNameIsTheOnlyOne(String options, boolean ours) throws Exception {
        assertThat(starts(options)).isEmpty();

        var start = asked().get(2);
        assertThat(start.contains("-XX:+UseSerialGC")).isEqualTo(ours);
        assertThat(start).contains(options);
    }

    /** What it says, at its end. */
    private String starts(String options) throws Exception {
        Files.deleteIfExists(folder.resolve("java/asked"));
        var start = process(options).start();
        var said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(start.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
        return said;
    }

    private ProcessBuilder process(String options) {
        var script = Path.of("build-tools", "start", "start.sh").toAbsolutePath();
        var builder = new ProcessBuilder(script.toString(), jar.toString(), "--a=b").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        builder.environment().put("JAVA_OPTS", options);
        return builder;
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("java/asked"));
    }

    private List<Path> made() throws IOException {
        try (Stream<Path> made = Files.list(folder.resolve("application.start"))) {
            return made.toList();
        }
    }
}
