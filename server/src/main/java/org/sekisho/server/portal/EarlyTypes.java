package org.sekisho.server.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.hk2.classmodel.reflect.Parser;
import org.glassfish.hk2.classmodel.reflect.ParsingContext;
import org.glassfish.hk2.classmodel.reflect.Type;
import org.glassfish.hk2.classmodel.reflect.Types;
import org.glassfish.hk2.classmodel.reflect.util.ParsingConfig;
import org.glassfish.hk2.classmodel.reflect.util.ResourceLocator;
import org.jspecify.annotations.Nullable;

/**
 * What the server wants to know of the portal's classes – their annotations, what they extend – before it loads one. A deployment
 * begins with reading them, and goes on only then; here they are read by the same parser while the server boots, and the deployment finds
 * them read. Whatever fails here, it reads them itself.
 */
final class EarlyTypes {

    private static final Logger LOG = Logger.getLogger(EarlyTypes.class.getName());

    /** What the server passes over too. */
    private static final List<String> UNREAD = List.of("java/", "com/sun");

    private static final String OURS = "org.sekisho.";
    private static final long IDLE_SECONDS = 10;

    private final CompletableFuture<Parser> read = new CompletableFuture<>();

    /** Begins to read, on threads of its own. */
    static EarlyTypes read(Path portal) {
        EarlyTypes types = new EarlyTypes();
        Thread reader = new Thread(() -> types.parse(portal), "types");
        reader.setDaemon(true);
        reader.start();
        return types;
    }

    /**
     * What was read, as the deployment wants it: the types, and the parser that may read more; waits for it.
     *
     * @throws CompletionException when it couldn't be read
     */
    List<Object> parsed() {
        Parser parser = read.join();
        return List.of(parser.getContext().getTypes(), parser);
    }

    /** Under which name the deployment looks for one of these. */
    static String key(Object parsed) {
        return (parsed instanceof Parser ? Parser.class : Types.class).getName();
    }

    /** Loads what was read, beside the deployment, which needs each of them: to ask for their members, it looks at them one by one. */
    void load(ClassLoader loader) {
        if (read.isCompletedExceptionally()) {
            return;
        }
        int members = 0;
        for (Type type : read.join().getContext().getTypes().getAllTypes()) {
            try {
                if (type.getName().startsWith(OURS)) {
                    Class<?> loaded = Class.forName(type.getName(), false, loader);
                    members += loaded.getDeclaredMethods().length + loaded.getDeclaredFields().length;
                }
            } catch (ClassNotFoundException | LinkageError left) {
                LOG.log(Level.FINE, "Left to the deployment", left);
            }
        }
        LOG.log(Level.FINE, "{0} members of classes are there ahead", members);
    }

    private void parse(Path portal) {
        try {
            // The deployment goes on with the same parser; what it can't do is to end threads that it doesn't know.
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), EarlyTypes::thread);
            threads.allowCoreThreadTimeOut(true);
            ParsingContext.Builder builder = new ParsingContext.Builder();
            builder.logger(LOG).executorService(threads).config(new Everything());
            builder.locator(new Surroundings());
            Parser parser = new Parser(builder.build());
            parser.parse(new FolderOfClasses(portal), () -> {});
            for (Path library : libraries(portal)) {
                parser.parse(new LibraryOfClasses(library), () -> {});
            }
            Exception[] failures = parser.awaitTermination();
            if (failures.length > 0) {
                throw failures[0];
            }
            read.complete(parser);
        } catch (Exception | Error failure) {
            // Whatever it was: the deployment waits.
            read.completeExceptionally(new CompletionException(failure));
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "types of the portal");
        thread.setDaemon(true);
        return thread;
    }

    /** The server's rule: a library is passed over beside which there is an unpacked one. */
    private static List<Path> libraries(Path portal) throws IOException {
        try (Stream<Path> files = Files.list(portal.resolve("WEB-INF/lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !Files.exists(portal.resolve(portal.relativize(file)
                            .toString()
                            .replaceAll("[/ \\\\]", "__")
                            .replace(".jar", "_jar"))))
                    .toList();
        }
    }

    /** All annotations, of classes with and without such; of members only annotated ones, as the server has it. */
    private static final class Everything implements ParsingConfig {

        @Override
        public Set<String> getAnnotationsOfInterest() {
            return Set.of();
        }

        @Override
        public Set<String> getTypesOfInterest() {
            return Set.of();
        }

        @Override
        public boolean modelUnAnnotatedMembers() {
            return false;
        }
    }

    /** Where the types are that the portal's extend or carry. */
    private static final class Surroundings implements ResourceLocator {

        private final ClassLoader loader = EarlyTypes.class.getClassLoader();

        @Override
        public @Nullable InputStream openResourceStream(String name) {
            return isRead(name) ? loader.getResourceAsStream(name) : null;
        }

        @Override
        public @Nullable URL getResource(String name) {
            return isRead(name) ? loader.getResource(name) : null;
        }

        private static boolean isRead(String name) {
            return UNREAD.stream().noneMatch(name::startsWith);
        }
    }
}
