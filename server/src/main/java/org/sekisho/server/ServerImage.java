package org.sekisho.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.sekisho.server.portal.PortalMain;

/**
 * Payara Micro and the portal, unpacked once per version, since that is most of what a start takes. Nothing in here is written to
 * again, because the archive of shared classes holds only while these files stay as they are; each run gets a copy of the
 * configuration, since a server remembers deployments.
 *
 * @param server the unpacked server
 * @param portal the unpacked portal
 */
record ServerImage(Path server, Path portal) {

    private static final String PORTAL_CLASSES = "org/sekisho/server/portal/";
    private static final String BOOT_JAR = "boot.jar";
    private static final String SERVER_JAR = "server.jar";
    private static final String LAUNCHER_JAR = "launch-micro.jar";
    private static final String KEY_STORE = "config/empty.p12";

    /** Unpacks what isn't there yet, and removes what an earlier version left. */
    static ServerImage prepare(Payload payload, Folders folders) throws IOException {
        StringBuilder classes = new StringBuilder();
        for (String name : payload.names(PORTAL_CLASSES)) {
            classes.append(payload.fingerprint(name));
        }
        String server = "server-" + payload.fingerprint(Payload.SERVER) + "-"
                + Integer.toHexString(classes.toString().hashCode());
        String portal = "portal-" + payload.fingerprint(Payload.PORTAL);
        ServerImage image = new ServerImage(
                folders.runtime().resolve(server), folders.runtime().resolve(portal));
        if (!Files.isDirectory(image.server)) {
            inDraft(image.server, draft -> image.unpackServer(payload, draft));
        }
        if (!Files.isDirectory(image.portal)) {
            inDraft(image.portal, draft -> {
                try (InputStream war = payload.open(Payload.PORTAL)) {
                    unzip(war, draft);
                }
                PlainLibraries.mark(draft);
            });
        }
        removeOthers(folders.runtime(), Set.of(server, portal));
        return image;
    }

    /** The jar whose {@code main} is {@link PortalMain}. */
    Path bootJar() {
        return server.resolve(BOOT_JAR);
    }

    /** A key store without keys: there is no HTTPS listener, and opening the server's own costs half a second at each start. */
    Path keyStore() {
        return server.resolve(KEY_STORE);
    }

    /** Names this server with this portal, for what is derived from both. */
    String name() {
        return server.getFileName() + " " + portal.getFileName();
    }

    /** A fresh folder for one run, listening where it is told. */
    Path instance(Folders folders, String address, int port) throws IOException {
        Path instance = folders.runtime().resolve("instance");
        PrivateFiles.remove(instance);
        PrivateFiles.folder(instance);
        PrivateFiles.copy(server.resolve("config"), instance.resolve("config"));
        PrivateFiles.copy(server.resolve("lib"), instance.resolve("lib"));
        Path configuration = instance.resolve("config/domain.xml");
        Files.writeString(configuration, DomainConfiguration.listen(Files.readString(configuration), address, port));
        return instance;
    }

    private void unpackServer(Payload payload, Path draft) throws IOException {
        Path jar = draft.resolveSibling("payara-micro.jar");
        try (InputStream content = payload.open(Payload.SERVER)) {
            Files.copy(content, jar, StandardCopyOption.REPLACE_EXISTING);
        }
        Commands.Outcome outcome = Commands.ofThisUser()
                .run(
                        Map.of(),
                        JavaProgram.path(),
                        "-jar",
                        jar.toString(),
                        "--rootdir",
                        draft.toString(),
                        "--outputlauncher");
        Files.delete(jar);
        if (!outcome.succeeded() || !Files.exists(draft.resolve(LAUNCHER_JAR))) {
            throw new IOException("Payara Micro could not be unpacked: " + outcome.output());
        }
        DomainConfiguration.adapt(draft.resolve("config/domain.xml"));
        DomainConfiguration.adaptDefaults(draft.resolve("config/default-web.xml"));
        DomainConfiguration.adaptLogging(draft.resolve("config/logging.properties"));
        writeKeyStore(draft.resolve(KEY_STORE));
        writeJars(payload, draft);
    }

    /** The boot jar's manifest is the one of the server's own launcher, which opens packages of the JDK; only the class path differs. */
    private static void writeJars(Payload payload, Path draft) throws IOException {
        Path launcher = draft.resolve(LAUNCHER_JAR);
        Manifest manifest;
        try (JarFile jar = new JarFile(launcher.toFile())) {
            manifest = new Manifest(jar.getManifest());
        }
        Attributes attributes = manifest.getMainAttributes();
        Stream<String> names =
                Stream.of(attributes.getValue(Attributes.Name.CLASS_PATH).split(" "));
        ServerJar.write(
                Stream.concat(Stream.of(launcher), names.map(draft::resolve)).toList(), draft.resolve(SERVER_JAR));
        Files.delete(launcher);
        PrivateFiles.remove(draft.resolve("runtime"));
        attributes.put(Attributes.Name.MAIN_CLASS, PortalMain.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, SERVER_JAR);
        try (OutputStream file = Files.newOutputStream(draft.resolve(BOOT_JAR));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (String name : payload.names(PORTAL_CLASSES)) {
                jar.putNextEntry(new JarEntry(name));
                try (InputStream content = payload.open(name)) {
                    content.transferTo(jar);
                }
            }
        }
    }

    private static void writeKeyStore(Path file) throws IOException {
        try (OutputStream content = Files.newOutputStream(file)) {
            KeyStore empty = KeyStore.getInstance("PKCS12");
            empty.load(null, null);
            empty.store(content, "changeit".toCharArray());
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    private static void unzip(InputStream archive, Path folder) throws IOException {
        ZipInputStream entries = new ZipInputStream(archive, StandardCharsets.UTF_8);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path path = folder.resolve(entry.getName()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException("Leaves the folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                PrivateFiles.folder(path);
            } else {
                PrivateFiles.folder(path.resolveSibling("."));
                Files.copy(entries, path);
            }
        }
    }

    private interface Filling {
        void fill(Path draft) throws IOException;
    }

    /** Whoever finds the folder finds it complete, also after a kill. */
    private static void inDraft(Path folder, Filling filling) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        PrivateFiles.remove(draft);
        PrivateFiles.folder(draft);
        filling.fill(draft);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeOthers(Path runtime, Set<String> names) throws IOException {
        Set<Path> others;
        try (Stream<Path> paths = Files.list(runtime)) {
            others = paths.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().matches("(server|portal)-.*"))
                    .filter(path -> !names.contains(path.getFileName().toString()))
                    .collect(Collectors.toSet());
        }
        for (Path other : others) {
            PrivateFiles.remove(other);
        }
    }
}
