package org.sekisho.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The data folder of a portal that loaded the demo and ended in order: to load it is most of what the start of a demo costs. Each portal
 * of the tests begins with a copy of what was stored. Processes of one run share it; the next run loads it anew, since the demo is
 * about the days before it.
 */
final class LoadedDemo {

    private static final Path FOLDER = Path.of("target", "portals", "loaded").toAbsolutePath();

    /** What this run is called; a process that isn't told is a run of its own. */
    private static final String RUN = System.getProperty(
            "sekisho.run",
            ProcessHandle.current().pid() + " " + ProcessHandle.current().info().startInstant());

    private static final List<String> STORED = List.of("database", "keys", "content", "secrets");

    private LoadedDemo() {}

    /** Copies it into a new folder, in which a portal of this jar then starts. */
    static void copyInto(Path data, Path jar) throws IOException, InterruptedException {
        programsInto(data, jar);
        for (String each : STORED) {
            PrivateFiles.copy(FOLDER.resolve(each), data.resolve(each));
        }
    }

    /** Gives a new folder nothing but what each start would unpack first: the programs, and the archive of their classes. */
    static void programsInto(Path data, Path jar) throws IOException, InterruptedException {
        prepare(jar);
        PrivateFiles.folder(data);
        // None of them is written to again, and the archive holds for these very files: so there are links, and no
        // copies.
        Files.createSymbolicLink(data.resolve("postgres"), FOLDER.resolve("postgres"));
        Path runtime = data.resolve("runtime");
        PrivateFiles.folder(runtime);
        try (Stream<Path> made = Files.list(FOLDER.resolve("runtime"))) {
            for (Path each : made.toList()) {
                String name = each.getFileName().toString();
                if (name.matches("(server|portal|classes)-.*")) {
                    Files.createSymbolicLink(runtime.resolve(name), each);
                }
            }
        }
    }

    private static synchronized void prepare(Path jar) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER.getParent());
        Path mark = FOLDER.resolveSibling("loaded.run");
        try (FileChannel file = FileChannel.open(
                FOLDER.resolveSibling("loaded.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            if (Files.exists(mark) && Files.readString(mark).equals(RUN)) {
                return;
            }
            Files.deleteIfExists(mark);
            PrivateFiles.remove(FOLDER);
            load(jar);
            Files.write(mark, RUN.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void load(Path jar) throws IOException, InterruptedException {
        Map<String, String> variables = Map.of(
                "SEKISHO_DEMO", "true",
                "SEKISHO_DATA", FOLDER.toString(),
                "SEKISHO_PORT", Integer.toString(PortCheck.free()));
        try (SekishoProcess loading = SekishoProcess.start(jar, variables)) {
            loading.awaitLine(DemoPortal.READY);
            if (loading.terminate() != 0) {
                throw new IOException("The demo didn't end in order: " + loading.output());
            }
        }
    }
}
