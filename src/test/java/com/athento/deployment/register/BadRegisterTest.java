package com.athento.deployment.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.post.MailProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What an operator reads when the application does not start. */
class BadRegisterTest {

    @Test
    void showsEachFaultOnItsLine() {
        var analysis = new ExplainBadRegister()
                .analyze(new BadRegister("register.yaml", List.of("line 2: one", "line 7: two")));

        assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
                        register.import: 'register.yaml' has faults, and nothing was imported:

                            line 2: one
                            line 7: two""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/file.yaml", "classpath:no/such/file.yaml", "no-such-file.yaml"})
    void stopsTheStart(String file) {
        new ApplicationContextRunner()
                .withUserConfiguration(Importing.class)
                .withPropertyValues("register.import=" + file)
                .run(application -> assertThat(application.getStartupFailure())
                        .rootCause()
                        .hasMessage(
                                "register.import: '%s' was not imported; there is no such file to read; give the path of a YAML file, or leave register.import out",
                                file));
    }

    /** A name that a table program saved in its own encoding. */
    @Test
    void namesTheLineThatIsNotUtf8(@TempDir Path folder) throws IOException {
        var file = folder.resolve("register.yaml");
        Files.write(file, "clients:\n  - code: ACME\n    name: Peña\n".getBytes(StandardCharsets.ISO_8859_1));

        new ApplicationContextRunner()
                .withUserConfiguration(Importing.class)
                .withPropertyValues("register.import=" + file)
                .run(application -> assertThat(application.getStartupFailure())
                        .rootCause()
                        .hasMessage(
                                "register.import: '%s' was not imported; line 3: this is not UTF-8; save the file in that encoding",
                                file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingIsImportedWithoutAFile(String file) {
        new ApplicationContextRunner()
                .withUserConfiguration(Importing.class)
                .withPropertyValues("register.import=" + file)
                .run(application -> assertThat(application).hasNotFailed());
    }

    @EnableConfigurationProperties({RegisterProperties.class, MailProperties.class})
    @Import(ImportRegister.class)
    static class Importing {
        @Bean
        Register register() {
            return Mockito.mock(Register.class);
        }

        @Bean
        UpdateRegister update() {
            return Mockito.mock(UpdateRegister.class);
        }

        @Bean
        ProductVersions versions() {
            return Mockito.mock(ProductVersions.class);
        }
    }
}
