package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code java -jar sekisho.jar}: starts the portal, or does what the command says. */
public final class Main {

    private static final int STOPPED = 0;

    private final Console console;

    private Main(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        Log.silence();
        Console console = new Console(Texts.of(System.getenv(), Locale.getDefault()));
        int exitCode = new Main(console).run(List.of(arguments));
        System.exit(exitCode);
    }

    private int run(List<String> arguments) {
        try {
            return switch (arguments.isEmpty() ? "start" : arguments.get(0)) {
                case "start" -> start();
                case "migrate" -> migrate();
                case "rotate-trail-key" -> rotate(Launcher::rotateTrailKey);
                case "rotate-document-key" -> rotate(Launcher::rotateDocumentKey);
                case "--help", "-h", "help" -> {
                    console.say("help");
                    yield STOPPED;
                }
                case "--version", "version" -> {
                    console.say("version", Version.sekisho(), Version.payara(), Version.postgres());
                    yield STOPPED;
                }
                default -> throw new StartRefusal(StartError.COMMAND_UNKNOWN, arguments.get(0));
            };
        } catch (StartRefusal refusal) {
            return refuse(refusal);
        }
    }

    private int start() {
        Launcher launcher = new Launcher(settings(), console);
        endWithProcess(launcher);
        return guarded(launcher, () -> {
            throw launcher.run();
        });
    }

    private int migrate() {
        Launcher launcher = new Launcher(settings(), console);
        endWithProcess(launcher);
        return guarded(launcher, launcher::migrate);
    }

    private interface Rotation {
        void on(Launcher launcher) throws IOException;
    }

    private int rotate(Rotation rotation) {
        Launcher launcher = new Launcher(settings(), console);
        endWithProcess(launcher);
        return guarded(launcher, () -> rotation.on(launcher));
    }

    private static Settings settings() {
        return new SettingsReader(System.getenv(), Path.of(System.getProperty("user.home"))).read();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** While the process is being stopped from outside, what then fails is no failure, and the hook decides how it ends. */
    private int guarded(Launcher launcher, Work work) {
        try {
            work.run();
            launcher.stop();
            return STOPPED;
        } catch (StartRefusal refusal) {
            return end(launcher, refusal);
        } catch (IOException | RuntimeException failure) {
            return end(launcher, new StartRefusal(failure, StartError.UNEXPECTED, OneLine.of(failure)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return end(launcher, new StartRefusal(stopped, StartError.UNEXPECTED, OneLine.of(stopped)));
        }
    }

    private int end(Launcher launcher, StartRefusal refusal) {
        if (!launcher.isStopping()) {
            refuse(refusal);
            launcher.stop();
        }
        return refusal.error().exitCode();
    }

    private int refuse(StartRefusal refusal) {
        console.refuse(refusal);
        Log.warn(String.valueOf(refusal.getMessage()), refusal);
        return refusal.error().exitCode();
    }

    /** Ctrl+C and SIGTERM end the portal and the database in order, and that is a good end. */
    private void endWithProcess(Launcher launcher) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (launcher.isStopping()) {
                                launcher.stop();
                                return;
                            }
                            console.say("stopping");
                            launcher.stop();
                            console.say("stopped");
                            Runtime.getRuntime().halt(STOPPED);
                        },
                        "stop"));
    }
}
