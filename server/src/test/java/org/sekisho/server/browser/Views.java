package org.sekisho.server.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that the portal has, by the files that draw them. */
final class Views {

    private static final Path PAGES = Path.of("..", "portal-web", "src", "main", "webapp");
    private static final String ENDING = ".xhtml";

    private Views() {}

    /** Their names, as they stand in addresses. Fragments lie in folders of their own. */
    static Set<String> all() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
