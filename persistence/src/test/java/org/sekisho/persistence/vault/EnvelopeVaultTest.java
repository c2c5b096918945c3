package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.domain.vault.VaultError;

class EnvelopeVaultTest {

    private static final int VERSION_BYTES = 5;

    @TempDir
    private Path folder;

    private final UUID bank = Ids.next();
    private final UUID otherBank = Ids.next();
    private final Place place = new Place("evidence_content", Ids.next(), bank);
    private FileKeyStore keys;
    private Vault vault;

    @BeforeEach
    void makeKeys() {
        keys = new FileKeyStore(folder);
        keys.create(bank);
        keys.create(otherBank);
        vault = new EnvelopeVault(keys);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 4096, 1_000_003})
    void contentOpensInItsPlace(int length) {
        byte[] plain = new byte[length];
        Arrays.fill(plain, (byte) 'x');

        assertArrayEquals(plain, vault.open(place, vault.seal(place, plain)));
    }

    @Test
    void sealedBytesBeginWithFormatAndKeyVersion() {
        byte[] first = vault.sealText(place, "名称");
        keys.rotate(bank);
        byte[] second = vault.sealText(place, "名称");

        assertEquals("0100000001", HexFormat.of().formatHex(first, 0, VERSION_BYTES));
        assertEquals("0100000002", HexFormat.of().formatHex(second, 0, VERSION_BYTES));
        assertEquals("名称", vault.openText(place, first), "the older version still opens");
        assertEquals("名称", vault.openText(place, second));
    }

    @Test
    void sealedBytesShowNothingAndDifferEachTime() {
        String text = "Heap overflow in the settlement gateway";
        byte[] sealed = vault.sealText(place, text);

        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("settlement"));
        assertNotEquals(HexFormat.of().formatHex(sealed), HexFormat.of().formatHex(vault.sealText(place, text)));
    }

    @Test
    void anyChangedByteIsRefused() {
        byte[] sealed = vault.sealText(place, "content");
        for (int i = 0; i < sealed.length; i++) {
            for (int bit : new int[] {0x01, 0x80}) {
                byte[] changed = sealed.clone();
                changed[i] ^= (byte) bit;
                assertRefused(place, changed, "byte " + i);
            }
        }
    }

    @Test
    void anyCutOrLengthenedSealIsRefused() {
        byte[] sealed = vault.sealText(place, "content");
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(SealBroken.class, () -> vault.open(place, cut), "length " + length);
        }
        assertThrows(SealBroken.class, () -> vault.open(place, Arrays.copyOf(sealed, sealed.length + 1)));
    }

    @Test
    void sealOpensInNoOtherPlace() {
        byte[] sealed = vault.sealText(place, "content");
        List<Place> others = List.of(
                new Place("report_content", place.id(), bank),
                new Place(place.table(), Ids.next(), bank),
                new Place(place.table(), place.id(), otherBank),
                place.column("title"));

        for (Place other : others) {
            assertThrows(SealBroken.class, () -> vault.open(other, sealed), other.toString());
        }
    }

    @Test
    void wrappedKeyOfOneRecordDoesNotOpenAnother() {
        Place otherPlace = new Place(place.table(), Ids.next(), bank);
        byte[] here = vault.sealText(place, "content");
        byte[] there = vault.sealText(otherPlace, "content");
        int headLength = here.length - (12 + "content".length() + 16);
        byte[] mixed = here.clone();
        System.arraycopy(there, headLength, mixed, headLength, there.length - headLength);

        assertRefused(place, mixed, "body of the other");
        assertRefused(otherPlace, mixed, "head of the other");
    }

    @Test
    void destroyedKeyTakesTheContentWithIt() {
        byte[] sealed = vault.sealText(place, "content");
        byte[] others = vault.sealText(new Place("evidence_content", place.id(), otherBank), "other");
        keys.destroy(bank);

        assertRefusal(VaultError.KEY_DESTROYED, () -> vault.open(place, sealed));
        assertRefusal(VaultError.KEY_DESTROYED, () -> vault.sealText(place, "more"));
        assertEquals("other", vault.openText(new Place("evidence_content", place.id(), otherBank), others));
    }

    @Test
    void organisationWithoutKeySealsNothing() {
        Place nowhere = new Place("evidence_content", Ids.next(), Ids.next());

        assertRefusal(VaultError.KEY_MISSING, () -> vault.sealText(nowhere, "content"));
    }

    @Test
    void manyThreadsSealAndOpenWhileTheKeyIsRotated() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> opened = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Place each = new Place("evidence_content", Ids.next(), bank);
                String text = "content " + i;
                opened.add(threads.submit(() -> vault.openText(each, vault.sealText(each, text))));
                if (i % 50 == 0) {
                    keys.rotate(bank);
                }
            }
            for (int i = 0; i < opened.size(); i++) {
                assertEquals("content " + i, opened.get(i).get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void placesDifferInTheirBytes() {
        Place column = place.column("title");

        assertEquals("evidence_content.title", column.table());
        assertFalse(Arrays.equals(place.bytes(), column.bytes()));
        assertThrows(IllegalArgumentException.class, () -> column.column("title"));
        assertThrows(IllegalArgumentException.class, () -> new Place("Evidence", place.id(), bank));
        assertThrows(IllegalArgumentException.class, () -> new Place("", place.id(), bank));
    }

    /** A version that was changed names a key this node doesn't have; everything else breaks the seal. */
    private void assertRefused(Place where, byte[] sealed, String what) {
        RuntimeException thrown = assertThrows(RuntimeException.class, () -> vault.open(where, sealed), what);
        boolean missing = thrown instanceof Refusal refusal && refusal.code() == VaultError.KEY_MISSING;
        assertTrue(missing || thrown instanceof SealBroken, () -> what + ": " + thrown);
    }

    private static void assertRefusal(VaultError code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }
}
