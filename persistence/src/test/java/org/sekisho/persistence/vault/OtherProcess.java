package org.sekisho.persistence.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.persistence.shared.OwnProcess;
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
        Process process = OwnProcess.of(
                        OtherProcess.class,
                        List.of(FileKeyStore.class, KeyStore.class, CanonicalJson.class, Aead.class),
                        folder.toString(),
                        organisation.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The other process failed");
        }
        return output;
    }
}
