package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.Type4Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, started by the script that makes an archive of its classes. */
class ArchiveIT {

    @TempDir
    Path folder;

    @Test
    void itsClassesComeFromAnArchiveThatWasMadeBesideItsData() throws IOException {
        var jar = Files.copy(Node.jar(), folder.resolve("application.jar"));
        var runs = Files.createDirectory(folder.resolve("runs"));
        var classes = folder.resolve("classes.log");

        try (var node = new Node(runs).startsWithArchive(jar, "-Xlog:class+load:file=" + classes)) {
            node.starts().isReady();

            assertThat(node.asks("/api/interventions").body()).contains("\"total\":0");
        }
        assertThat(Files.readAllLines(classes))
                .anyMatch(
                        line -> line.contains(Type4Deployment.class.getName() + " source: shared objects file (top)"));
        try (var made = Files.walk(folder.resolve("application.start"))) {
            assertThat(made.filter(file -> file.toString().endsWith(".jsa"))).hasSize(1);
        }
    }
}
