package org.sekisho.server.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.logging.Logger;
import org.glassfish.hk2.classmodel.reflect.util.AbstractAdapter;

/** A library of the application, for the parser of classes. */
final class LibraryOfClasses extends AbstractAdapter {

    private final Path file;

    LibraryOfClasses(Path file) {
        this.file = file;
    }

    @Override
    public URI getURI() {
        return file.toUri();
    }

    @Override
    public Manifest getManifest() {
        return new Manifest();
    }

    @Override
    public void onSelectedEntries(Selector selector, EntryTask task, Logger logger) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            for (JarEntry each : (Iterable<JarEntry>) jar.stream()::iterator) {
                Entry entry = new Entry(each.getName(), each.getSize());
                if (selector.isSelected(entry)) {
                    try (InputStream content = jar.getInputStream(each)) {
                        task.on(entry, content);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
