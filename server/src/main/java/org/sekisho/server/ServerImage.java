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
import java.util.List;
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
 * @param application what runs on it: the unpacked portal, its plain libraries, and the jar that starts both
 */
record ServerImage(Path server, Path application) {

    private static final String CLASSES = "org/sekisho/server/";
    private static final String PORTAL_CLASSES = CLASSES + "portal/";
    private static final String BOOT_JAR = "boot.jar";
    private static final String SERVER_JAR = "server.jar";
    private static final String LAUNCHER_JAR = "launch-micro.jar";
    private static final String LAUNCHER_MANIFEST = "launch-micro.mf";
    private static final String KEY_STORE = "config/empty.p12";
    private static final String PORTAL = "portal";
    /** Extensions of CDI for what the portal doesn't use: each looks at every bean, at each start. */
    private static final Set<String> UNUSED_EXTENSIONS = Set.of(
            "com.ibm.jbatch.container.cdi.BatchCDIInjectionExtension",
            "fish.payara.cdi.jsr107.PayaraHazelcastCDIExtension",
            "fish.payara.micro.cdi.extension.PayaraMicroCDIExtension",
            "fish.payara.microprofile.opentracing.cdi.OpenTracingCdiExtension",
            "fish.payara.microprofile.telemetry.tracing.TelemetryCdiExtension",
            "fish.payara.security.oauth2.OAuth2MechanismHandler",
            "fish.payara.security.openid.OpenIdExtension",
            "fish.payara.security.realm.cdi.RealmExtension",
            "org.eclipse.krazo.cdi.KrazoCdiExtension",
            "org.glassfish.jersey.microprofile.restclient.RestClientExtension",
            "org.glassfish.jms.injection.JMSCDIExtension",
            "org.glassfish.sse.impl.ServerSentEventCdiExtension");

    private static final String LIBRARIES_JAR = "libraries.jar";

    /** Of both joined jars: what isn't a class. */
    private static final String REST = "rest-";

    /** Unpacks what isn't there yet, and removes what an earlier version left. */
    static ServerImage prepare(Payload payload, Folders folders) throws IOException {
        String server = "server-" + payload.fingerprint(Payload.SERVER) + "-"
                + fingerprint(payload, "ServerImage", "DomainConfiguration", "ServerJar") + "-"
                + Runtime.version().feature();
        String application = "portal-" + payload.fingerprint(Payload.PORTAL) + "-"
                + fingerprint(payload, "ServerImage", "PlainLibraries", "WovenLibraries", "portal/") + "-"
                + Integer.toHexString(server.hashCode());
        ServerImage image = new ServerImage(
                folders.runtime().resolve(server), folders.runtime().resolve(application));
        if (!Files.isDirectory(image.server)) {
            inDraft(image.server, draft -> image.unpackServer(payload, draft));
        }
        if (!Files.isDirectory(image.application)) {
            inDraft(image.application, draft -> image.unpackPortal(payload, draft));
        }
        removeOthers(folders.runtime(), Set.of(server, application));
        return image;
    }

    /** Of the classes that unpack and adapt, so that a later version doesn't take for its own what an earlier one made. */
    private static String fingerprint(Payload payload, String... makers) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String maker : makers) {
            for (String name : payload.names(CLASSES + maker)) {
                all.append(payload.fingerprint(name));
            }
        }
        return Integer.toHexString(all.toString().hashCode());
    }

    /** The jar whose {@code main} is {@link PortalMain}. */
    Path bootJar() {
        return application.resolve(BOOT_JAR);
    }

    /** The unpacked portal, without its plain libraries. */
    Path portal() {
        return application.resolve(PORTAL);
    }

    /** A key store without keys: there is no HTTPS listener, and opening the server's own costs half a second at each start. */
    Path keyStore() {
        return server.resolve(KEY_STORE);
    }

    /** Names this server with this portal, for what is derived from both. */
    String name() {
        return server.getFileName() + " " + application.getFileName();
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
        joinJars(draft);
    }

    private static void joinJars(Path draft) throws IOException {
        Path launcher = draft.resolve(LAUNCHER_JAR);
        Manifest manifest;
        try (JarFile jar = new JarFile(launcher.toFile())) {
            manifest = new Manifest(jar.getManifest());
        }
        // The portal's libraries hold newer ones, which its Jackson needs and the server's older one can do with.
        Stream<String> names = Stream.of(manifest.getMainAttributes()
                        .getValue(Attributes.Name.CLASS_PATH)
                        .split(" "))
                .filter(name -> !name.contains("jackson-annotations"));
        ServerJar.write(
                Stream.concat(Stream.of(launcher), names.map(draft::resolve)).toList(),
                UNUSED_EXTENSIONS::contains,
                draft.resolve(SERVER_JAR),
                draft.resolve(REST + SERVER_JAR));
        try (OutputStream file = Files.newOutputStream(draft.resolve(LAUNCHER_MANIFEST))) {
            manifest.write(file);
        }
        Files.delete(launcher);
        PrivateFiles.remove(draft.resolve("runtime"));
    }

    private void unpackPortal(Payload payload, Path draft) throws IOException {
        try (InputStream war = payload.open(Payload.PORTAL)) {
            unzip(war, draft.resolve(PORTAL));
        }
        Path taken = draft.resolve("taken");
        ServerJar.write(
                PlainLibraries.take(draft.resolve(PORTAL), taken),
                line -> false,
                draft.resolve(LIBRARIES_JAR),
                draft.resolve(REST + LIBRARIES_JAR));
        PrivateFiles.remove(taken);
        WovenLibraries.weave(draft.resolve(PORTAL), List.of(server.resolve(SERVER_JAR), draft.resolve(LIBRARIES_JAR)));
        writeBootJar(payload, draft.resolve(BOOT_JAR));
    }

    /** The boot jar's manifest is the one of the server's own launcher, which opens packages of the JDK; only the class path differs. */
    private void writeBootJar(Payload payload, Path file) throws IOException {
        Manifest manifest;
        try (InputStream content = Files.newInputStream(server.resolve(LAUNCHER_MANIFEST))) {
            manifest = new Manifest(content);
        }
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MAIN_CLASS, PortalMain.class.getName());
        String serverFolder = "../" + server.getFileName() + "/";
        attributes.put(
                Attributes.Name.CLASS_PATH,
                String.join(
                        " ",
                        serverFolder + REST + SERVER_JAR,
                        serverFolder + SERVER_JAR,
                        REST + LIBRARIES_JAR,
                        LIBRARIES_JAR));
        try (OutputStream content = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(content, manifest)) {
            for (String name : payload.names(PORTAL_CLASSES)) {
                jar.putNextEntry(new JarEntry(name));
                try (InputStream of = payload.open(name)) {
                    of.transferTo(jar);
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
        PrivateFiles.folder(folder);
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
