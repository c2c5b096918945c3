package org.sekisho.persistence.shared;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts classes of the tests in a process of their own. */
public final class OwnProcess {

    private OwnProcess() {}

    /**
     * A Java process, to be started.
     *
     * @param main what it runs
     * @param needed one class of each jar or folder that it needs besides
     */
    public static ProcessBuilder of(Class<?> main, List<Class<?>> needed, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Stream.concat(Stream.of(main), needed.stream())
                        .map(OwnProcess::location)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator)),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
