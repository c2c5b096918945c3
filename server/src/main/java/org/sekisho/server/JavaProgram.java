package org.sekisho.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code java} that runs this process, and what the person who started it wants for its children. */
final class JavaProgram {

    private JavaProgram() {}

    static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Whether the environment already gives an option that begins so; it then wins over ours. */
    static boolean isToldBy(Map<String, String> environment, String option) {
        return Stream.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")
                .map(name -> environment.getOrDefault(name, ""))
                .anyMatch(options -> options.contains(option));
    }
}
