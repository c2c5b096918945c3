package org.sekisho.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The built jar with the demo regime on a folder of its own, which is kept until the next run, for its logs. */
public final class DemoPortal implements AutoCloseable {

    /** Of every demo account. */
    public static final String PASSWORD = Announcement.DEMO_PASSWORD;

    private static final Path JAR = Path.of(System.getProperty("sekisho.jar", "target/sekisho.jar"));
    /** Of processes that test side by side each has folders of its own. */
    private static final String PROCESS = System.getProperty("sekisho.process", "");

    static final String READY = "Sekisho is ready";

    private final Path data;
    private final int port;
    private final Map<String, String> more;
    private final List<String> starter;

    private SekishoProcess process;

    private DemoPortal(Path data, int port, Map<String, String> more, List<String> starter)
            throws IOException, InterruptedException {
        this.data = data;
        this.port = port;
        this.more = Map.copyOf(more);
        this.starter = List.copyOf(starter);
        this.process = launch();
    }

    /** Starts on a fresh folder with the demo as it was loaded; returns when the portal is ready. */
    public static DemoPortal start(String name) throws IOException, InterruptedException {
        return start(name, Map.of());
    }

    /** The same with more variables. */
    public static DemoPortal start(String name, Map<String, String> more) throws IOException, InterruptedException {
        Path data = freshFolder(name);
        LoadedDemo.copyInto(data, JAR);
        return new DemoPortal(data, PortCheck.free(), more, List.of());
    }

    /** On a fresh folder without the demo, as for real use: nobody has an account, and the link to the first is printed. */
    public static DemoPortal startWithoutDemo(String name) throws IOException, InterruptedException {
        Path data = freshFolder(name);
        LoadedDemo.programsInto(data, JAR);
        return new DemoPortal(data, PortCheck.free(), Map.of("SEKISHO_DEMO", "false"), List.of());
    }

    /** On a disk of its own that only it sees, where it loads the demo first. */
    public static DemoPortal startOn(SmallDisk disk, String name) throws IOException, InterruptedException {
        Path data = freshFolder(name);
        PrivateFiles.folder(data);
        return new DemoPortal(data, PortCheck.free(), Map.of(), disk.mountedAt(data));
    }

    /** Where such a portal has its data, emptied. */
    static Path freshFolder(String name) throws IOException {
        Path data = Path.of("target", "portals", name + PROCESS).toAbsolutePath();
        PrivateFiles.remove(data);
        return data;
    }

    /** Starts again after it ended in whatever way; returns when the portal is ready. */
    public void restart() throws IOException, InterruptedException {
        process.close();
        process = launch();
    }

    public SekishoProcess process() {
        return process;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public Path data() {
        return data;
    }

    /** The accounts, as they were printed at the start. */
    public List<String> accounts() {
        return process.output()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[a-z0-9]+@[a-z.]+"))
                .toList();
    }

    private SekishoProcess launch() throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(Map.of(
                "SEKISHO_DEMO", "true",
                "SEKISHO_DATA", data.toString(),
                "SEKISHO_PORT", Integer.toString(port)));
        variables.putAll(more);
        SekishoProcess started = SekishoProcess.startBy(starter, JAR, variables);
        try {
            return started.awaitLine(READY).awaitLine("Ctrl+C");
        } catch (AssertionError neverReady) {
            started.close();
            throw neverReady;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
