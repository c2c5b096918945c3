package org.sekisho.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords of the embedded database's roles: generated once, one file each, readable for their owner only. */
final class Secrets {

    /** 256 bits: guessing is no way in, whatever the hash costs. */
    private static final int BYTES = 32;

    private final Path folder;

    Secrets(Path folder) throws IOException {
        this.folder = PrivateFiles.folder(folder);
    }

    /** The file with the password of a role; created with a random password when it isn't there. */
    Path file(String role) throws IOException {
        Path file = folder.resolve(role + ".password");
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            PrivateFiles.write(file, password.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    String password(String role) throws IOException {
        return Files.readString(file(role), StandardCharsets.US_ASCII).strip();
    }
}
