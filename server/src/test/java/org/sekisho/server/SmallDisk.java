package org.sekisho.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk that one process has for itself, in a mount namespace of its own: filling it harms nobody else, and it is gone with the
 * process. Linux only, and only where user namespaces are allowed.
 *
 * @param mebibytes its size
 */
public record SmallDisk(int mebibytes) {

    private static final String MOUNT = "mount -t tmpfs -o mode=0700,size=%dm tmpfs \"$1\" && shift && exec \"$@\"";
    private static final int BLOCK = 1 << 20;

    /** Whether this machine lets us mount one. */
    public static boolean isPossible(Path folder) throws InterruptedException {
        List<String> command = new ArrayList<>(new SmallDisk(1).mountedAt(folder));
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

    /** The command that mounts it at a folder and becomes the program that it is given. */
    List<String> mountedAt(Path folder) {
        return List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "--",
                "sh",
                "-c",
                MOUNT.formatted(mebibytes),
                "sh",
                folder.toString());
    }

    /**
     * Fills the disk at a folder of a portal to its last block.
     *
     * @return what it was filled with: the disk has room again when it's deleted
     */
    public static Path fill(DemoPortal portal) throws IOException {
        Path filler = Path.of(
                "/proc/" + portal.process().id() + "/root" + portal.data().resolve("filler"));
        for (int block = BLOCK; block > 0; block /= 2) {
            try (OutputStream out =
                    Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(new byte[block]);
                }
            } catch (IOException full) {
                if (!Files.exists(filler)) {
                    throw full;
                }
            }
        }
        return filler;
    }
}
