package com.athento.deployment.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The browser that the machine has, started once for all tests. Where there is none they are skipped, except on a CI
 * machine, which must have one.
 */
final class Chromium implements BeforeAllCallback {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Milliseconds that a page on a busy machine may take for what it says. */
    private static final double PATIENCE = 30_000;

    private Browser browser;

    Browser browser() {
        return browser;
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var program = program();
        if (program.isEmpty()) {
            var sentence = "No browser on the PATH (looked for %s): the lifecycle was not walked in one"
                    .formatted(String.join(", ", NAMES));
            if (System.getenv("CI") != null) {
                fail(sentence);
            }
            assumeTrue(false, sentence);
        }
        browser = tests.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(program.get()), Running.class)
                .browser;
    }

    private static Optional<Path> program() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Arrays.stream(folders)
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Ends with the last test. */
    private static final class Running implements ExtensionContext.Store.CloseableResource {

        private final Playwright playwright;
        private final Browser browser;

        Running(Path program) {
            playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(program).setArgs(arguments()));
        }

        /** Root may not use Chromium's sandbox. */
        private static List<String> arguments() {
            return Stream.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")
                    .toList();
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
