package org.sekisho.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The portal's own libraries, woven. The persistence provider adds to entities what it needs for lazy relations and for noticing
 * changes. Left to itself it does so at each start while the classes are loaded, for which it loads all of them twice, and the unit has to
 * be there before the first of them. So it does so once, by the same program, and is told then ({@link #OPTION}) that it is done. Nothing
 * is compressed any more, that would cost each start again.
 */
final class WovenLibraries {

    /** Tells the persistence provider that it finds woven classes. */
    static final String OPTION = "-Declipselink.weaving=static";

    private static final String WEAVER = "org.eclipse.persistence.tools.weaving.jpa.StaticWeave";

    /** Holds the persistence unit. */
    private static final String UNIT = "sekisho-persistence.jar";

    private static final List<String> ENTITIES = List.of("sekisho-domain.jar", UNIT);

    /** Without entities, but read at each start too. */
    private static final String USE_CASES = "sekisho-ejb.jar";

    private WovenLibraries() {}

    /**
     * Weaves the libraries with entities in place.
     *
     * @param portal the unpacked portal
     * @param classPath where the persistence provider and what the entities need is
     */
    static void weave(Path portal, List<Path> classPath) throws IOException {
        Path folder = portal.resolve("WEB-INF/lib");
        if (!Files.exists(folder.resolve(UNIT))) {
            return;
        }
        List<Path> entities = ENTITIES.stream().map(folder::resolve).toList();
        Map<Path, Path> changed = new LinkedHashMap<>();
        changed.put(folder.resolve(USE_CASES), folder.resolve(USE_CASES));
        for (Path library : entities) {
            changed.put(library, woven(library, folder.resolve(UNIT), classPath, entities));
        }
        for (Map.Entry<Path, Path> each : changed.entrySet()) {
            // The weaver leaves out folders, in which the portal looks for files.
            ServerJar.store(each.getKey(), each.getValue());
            if (!each.getKey().equals(each.getValue())) {
                Files.delete(each.getValue());
            }
        }
    }

    private static Path woven(Path library, Path unit, List<Path> classPath, List<Path> entities) throws IOException {
        Path target = library.resolveSibling("woven-" + library.getFileName());
        Commands.Outcome outcome = Commands.ofThisUser()
                .run(
                        Map.of(),
                        JavaProgram.path(),
                        "-cp",
                        Stream.concat(classPath.stream(), entities.stream())
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)),
                        WEAVER,
                        "-persistenceinfo",
                        unit.toString(),
                        library.toString(),
                        target.toString());
        if (!outcome.succeeded() || !Files.exists(target)) {
            throw new IOException("Entities could not be woven: " + outcome.output());
        }
        return target;
    }
}
