package org.sekisho.proof.time;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A time-stamping authority made of stock openssl: a root, and a certificate for stamping; tests are skipped where it is absent. */
public final class StockAuthority {

    private static final String SETTINGS =
            """
            [req]
            distinguished_name = name
            [name]
            [ca]
            basicConstraints = critical,CA:TRUE
            keyUsage = critical,keyCertSign
            subjectKeyIdentifier = hash
            [stamping]
            extendedKeyUsage = critical,timeStamping
            subjectKeyIdentifier = hash
            [careless]
            extendedKeyUsage = timeStamping
            [broad]
            extendedKeyUsage = critical,timeStamping,clientAuth
            [tsa]
            default_tsa = tsa1
            [tsa1]
            serial = serial
            signer_digest = sha256
            default_policy = 1.2.3.4
            digests = sha256, sha512
            accuracy = secs:1
            ordering = no
            ess_cert_id_chain = no
            """;

    private final Path folder;

    /** @param keys how openssl genpkey makes a key, such as {@code EC -pkeyopt ec_paramgen_curve:P-256} */
    public StockAuthority(Path folder, String keys) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("settings.cnf"), SETTINGS);
        Assumptions.assumeTrue(run("openssl version"), "openssl is not here");
        require("openssl genpkey -algorithm " + keys + " -out ca.key");
        require(
                "openssl req -x509 -config settings.cnf -extensions ca -key ca.key -subj /CN=Root -days 30 -out ca.pem");
        require("openssl genpkey -algorithm " + keys + " -out tsa.key");
        certify("stamping", "tsa.pem");
    }

    /** Makes a certificate for the authority's key, with the extensions of that name. */
    private void certify(String extensions, String file) throws IOException {
        require("openssl req -new -config settings.cnf -key tsa.key -subj /CN=Stamps -out tsa.csr");
        require("openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -set_serial 7 -days 30"
                + " -extfile settings.cnf -extensions " + extensions + " -out " + file);
    }

    /** The certificate of the root. */
    public Path root() {
        return folder.resolve("ca.pem");
    }

    /**
     * The answer to a request for a stamp of the file.
     *
     * @param query the digest to ask with, such as {@code -sha256}
     */
    public byte[] stamp(byte[] file, String query) throws IOException {
        Files.write(folder.resolve("file"), file);
        require("openssl ts -query -data file -cert -out file.tsq " + query);
        return reply();
    }

    /** The answer to a request that somebody else made. */
    public byte[] answer(byte[] request) throws IOException {
        Files.write(folder.resolve("file.tsq"), request);
        return reply();
    }

    private byte[] reply() throws IOException {
        Files.writeString(folder.resolve("serial"), "01\n");
        require(
                "openssl ts -reply -config settings.cnf -queryfile file.tsq -inkey tsa.key -signer tsa.pem -out file.tsr");
        return Files.readAllBytes(folder.resolve("file.tsr"));
    }

    /**
     * A stamp with a certificate that openssl's own authority would refuse to use: the content of a good one, signed as any other message.
     */
    byte[] stampWith(String extensions, byte[] file) throws IOException {
        // Before the stamp: it says a whole second, and a certificate that begins in a later one isn't valid then.
        certify(extensions, "other.pem");
        stamp(file, "-sha256");
        require("openssl ts -reply -in file.tsr -token_out -out token");
        require("openssl cms -verify -noverify -inform DER -in token -out info");
        require("openssl cms -sign -binary -nodetach -cades -md sha256 -econtent_type 1.2.840.113549.1.9.16.1.4"
                + " -in info -signer other.pem -inkey tsa.key -outform DER -out token");
        byte[] token = Files.readAllBytes(folder.resolve("token"));
        byte[] granted = {0x30, 0x03, 0x02, 0x01, 0x00};
        int length = granted.length + token.length;
        return ByteBuffer.allocate(4 + length)
                .put((byte) 0x30)
                .put((byte) 0x82)
                .putShort((short) length)
                .put(granted)
                .put(token)
                .array();
    }

    private void require(String line) throws IOException {
        if (!run(line)) {
            throw new IOException("Failed: " + line + "\n" + Files.readString(folder.resolve("said")));
        }
    }

    private boolean run(String line) throws IOException {
        List<String> command = new ArrayList<>(List.of(line.strip().split(" +")));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("Hangs: " + line);
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException e) {
            Assumptions.abort("openssl is not here");
            throw e;
        }
    }
}
