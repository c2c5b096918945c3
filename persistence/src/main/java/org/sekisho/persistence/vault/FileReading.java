package org.sekisho.persistence.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.persistence.vault.SealedHead.Format;

/** A sealed file's content. The channel decrypts one segment at a time and checks it before it hands out a byte. */
final class FileReading extends InputStream {

    private final SeekableByteChannel content;
    private final Place place;

    private FileReading(SeekableByteChannel content, Place place) {
        this.content = content;
        this.place = place;
    }

    static FileReading open(AesGcmHkdfStreaming cipher, FileChannel file, Place place, long offset) throws IOException {
        if (file.size() < cipher.getCiphertextOffset() + cipher.getCiphertextOverhead()) {
            throw new SealBroken(place, null);
        }
        FileReading reading = new FileReading(decrypting(cipher, file, place), place);
        long size = reading.content.size();
        // The size follows from the file's, which nothing vouches for before the last segment is decrypted as the last.
        reading.content.position(size);
        reading.read(ByteBuffer.allocate(1));
        if (offset < 0 || offset > size) {
            throw new IllegalArgumentException("No byte " + offset + " in a content of " + size);
        }
        reading.content.position(offset);
        return reading;
    }

    private static SeekableByteChannel decrypting(AesGcmHkdfStreaming cipher, FileChannel file, Place place) {
        try {
            return cipher.newSeekableDecryptingChannel(file, Format.SEGMENTS.bind(place));
        } catch (GeneralSecurityException | IOException e) {
            // Only sizes were looked at so far, and they don't fit.
            throw new SealBroken(place, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] data, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        return read(ByteBuffer.wrap(data, offset, length));
    }

    private int read(ByteBuffer into) throws IOException {
        try {
            int read = content.read(into);
            while (read == 0) {
                read = content.read(into);
            }
            return read;
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new SealBroken(place, e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
