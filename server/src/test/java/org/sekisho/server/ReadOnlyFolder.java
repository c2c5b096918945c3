package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that one process can read and not write, whoever it runs as: permissions say nothing to root, a mount that is read-only
 * does. Linux only, and only where user namespaces are allowed.
 */
final class ReadOnlyFolder {

    private static final String MOUNT =
            "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && shift && exec \"$@\"";

    private ReadOnlyFolder() {}

    /** The command that makes it so and becomes the program that it is given. */
    static List<String> at(Path folder) {
        return List.of("unshare", "--map-root-user", "--mount", "--", "sh", "-c", MOUNT, "sh", folder.toString());
    }

    static boolean isPossible(Path folder) throws InterruptedException {
        List<String> command = new ArrayList<>(at(folder));
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
