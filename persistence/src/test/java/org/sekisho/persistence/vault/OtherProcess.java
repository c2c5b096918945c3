package org.sekisho.persistence.vault;

import com.google.crypto.tink.Aead;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.proof.json.CanonicalJson;

/** Another node: a Java process of its own that creates an organisation's key and prints the fingerprint. */
final class OtherProcess {

    private OtherProcess() {}

    public static void main(String[] arguments) {
        FileKeyStore keys = new FileKeyStore(Path.of(arguments[0]));
        UUID organisation = UUID.fromString(arguments[1]);
        System.out.print(keys.fingerprint(organisation, keys.create(organisation)));
    }

    static String run(Path folder, UUID organisation) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                OtherProcess.class.getName(),
                folder.toString(),
                organisation.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The other process failed");
        }
        return output;
    }

    private static String classPath() {
        return Stream.of(OtherProcess.class, FileKeyStore.class, KeyStore.class, CanonicalJson.class, Aead.class)
                .map(OtherProcess::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
