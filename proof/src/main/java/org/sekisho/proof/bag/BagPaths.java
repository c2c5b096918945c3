package org.sekisho.proof.bag;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A set of paths that stay apart when they are unpacked on a system that ignores case or normalises Unicode, and of which
 * none is both a file and a folder.
 */
public final class BagPaths {

    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /** @throws BagException {@link BagProblem#UNSAFE_PATH} or {@link BagProblem#COLLIDING_PATH} */
    public void addFile(String path) throws BagException {
        String folded = fold(BagPath.require(path));
        if (folders.contains(folded) || !files.add(folded)) {
            throw new BagException(BagProblem.COLLIDING_PATH, path);
        }
        addParents(folded, path);
    }

    /** A folder may come again; otherwise as with files. */
    public void addFolder(String path) throws BagException {
        addParents(fold(BagPath.require(path)) + "/", path);
    }

    private void addParents(String folded, String path) throws BagException {
        for (int slash = folded.lastIndexOf('/'); slash > 0; slash = folded.lastIndexOf('/', slash - 1)) {
            String folder = folded.substring(0, slash);
            if (files.contains(folder)) {
                throw new BagException(BagProblem.COLLIDING_PATH, path);
            }
            if (!folders.add(folder)) {
                break;
            }
        }
    }

    /** Upper case first, so that letters with several lower-case forms (the final sigma, the sharp s) become one. */
    private static String fold(String path) {
        String normal = Normalizer.normalize(path, Normalizer.Form.NFD);
        String folded = normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
