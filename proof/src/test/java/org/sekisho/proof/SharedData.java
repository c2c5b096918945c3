package org.sekisho.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Published vectors that stand beside the project, not in it: tests that want them are skipped where they are absent. */
public final class SharedData {

    private SharedData() {}

    /** The folder of that name in ../shared/data, seen from the project's root or any folder below it. */
    public static Path require(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("../shared/data").resolve(name).normalize();
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        Assumptions.abort("../shared/data/" + name + " is not here");
        throw new AssertionError("abort throws");
    }
}
