package org.sekisho.server.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.hk2.classmodel.reflect.util.AbstractAdapter;

/** An unpacked application, for the parser of classes; libraries in it are libraries of their own. */
final class FolderOfClasses extends AbstractAdapter {

    private final Path folder;

    FolderOfClasses(Path folder) {
        this.folder = folder;
    }

    @Override
    public URI getURI() {
        return folder.toUri();
    }

    @Override
    public Manifest getManifest() {
        return new Manifest();
    }

    @Override
    public void onSelectedEntries(Selector selector, EntryTask task, Logger logger) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            Entry entry = new Entry(name, Files.size(file));
            if (selector.isSelected(entry)) {
                try (InputStream content = Files.newInputStream(file)) {
                    task.on(entry, content);
                }
            }
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
