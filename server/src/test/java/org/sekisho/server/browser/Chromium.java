package org.sekisho.server.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CLI;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.server.SekishoProcess;

/**
 * Finds a browser: one that the system has; else as root on Debian one from its packages; else Playwright's own download. So the one
 * command that tests needs no preparation.
 */
final class Chromium {

    /** The one without a window first: the others draw tool bars that nobody sees, with a program of their own for each page. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge");

    /** Where it lies on systems that don't put programs into the search path. */
    private static final List<Path> PLACES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"),
            Path.of("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"));

    private static final Path DEBIAN = Path.of("/etc/debian_version");

    private Chromium() {}

    /** Options that name the browser. Its sandbox stays off: root can't have one, and only the portal under test is opened. */
    static LaunchOptions provide() {
        LaunchOptions options = new LaunchOptions().setChromiumSandbox(false);
        Optional<Path> found = installed().or(Chromium::fromDebian);
        if (found.isPresent()) {
            return options.setExecutablePath(found.get());
        }
        if (succeeds(
                SekishoProcess.java(),
                "-cp",
                System.getProperty("java.class.path"),
                CLI.class.getName(),
                "install",
                "--no-shell",
                "chromium")) {
            return options.setChannel("chromium");
        }
        throw new IllegalStateException(
                "The browser tests need Chromium or Google Chrome: install one of them (on Debian: apt-get install chromium).");
    }

    private static Optional<Path> installed() {
        Stream<Path> inPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(inPath, PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> fromDebian() {
        if (!Files.exists(DEBIAN) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        boolean fetched = succeeds("apt-get", "update", "-q")
                && (fromDebian("chromium-headless-shell") || fromDebian("chromium"))
                && fromDebian("fonts-noto-cjk");
        return fetched ? installed() : Optional.empty();
    }

    private static boolean fromDebian(String program) {
        return succeeds("apt-get", "install", "-y", "-q", "--no-install-recommends", program);
    }

    private static boolean succeeds(String... command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
