package org.sekisho.domain.assurance.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Subject;
import org.sekisho.proof.bag.BagException;
import org.sekisho.proof.bag.BagManifest;
import org.sekisho.proof.bag.BagPaths;
import org.sekisho.proof.hash.Sha256;

/**
 * The payload of a pack, as it is collected and then fixed. The same entries give the same list and hash, in whatever order they
 * were collected.
 */
public final class EntryList {

    /** The most files of one pack. */
    public static final int MOST = 200_000;

    private final List<Entry> entries = new ArrayList<>();
    private final BagPaths paths = new BagPaths();
    private final Tlp usual;

    /** @param usual the label of a pack whose files have no stricter one */
    public EntryList(Tlp usual) {
        this.usual = usual;
    }

    /**
     * One file.
     *
     * @param path in the pack, below data/
     * @param crc32 of the content; an archive has to know it before it stores the file
     * @param source what the file belongs to, by which its bytes are found again
     */
    public record Entry(String path, String sha256, long size, long crc32, Subject source, Tlp label) {}

    /** A file that was checked when it was taken in. */
    public void add(String path, CheckedContent content, Subject source, Tlp label) {
        add(new Entry(path, content.sha256(), content.size(), content.crc32(), source, label));
    }

    /**
     * Takes in a file.
     *
     * @throws Refusal with {@code assurance.pack-path-unsafe}, {@code pack-path-twice} where two paths would be one file on some
     *     system, or {@code pack-too-many-entries}
     */
    public void add(Entry entry) {
        Checks.check(entries.size() < MOST, AssuranceError.PACK_TOO_MANY_ENTRIES, Map.of("limit", MOST));
        Checks.check(PackLayout.isSafe(entry.path()), AssuranceError.PACK_PATH_UNSAFE, Map.of("path", entry.path()));
        try {
            paths.addFile(entry.path());
        } catch (BagException e) {
            throw Refusal.of(AssuranceError.PACK_PATH_TWICE, "path", entry.path());
        }
        entries.add(entry);
    }

    /** Fixes the list; at least one file must be in it. */
    public Fixed fix() {
        Checks.check(!entries.isEmpty(), AssuranceError.PACK_EMPTY);
        List<Entry> sorted =
                entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
        MessageDigest digest = Sha256.start();
        sorted.forEach(entry ->
                digest.update(BagManifest.line(entry.sha256(), entry.path()).getBytes(StandardCharsets.UTF_8)));
        return new Fixed(
                sorted,
                sorted.stream().mapToLong(Entry::size).sum(),
                HexFormat.of().formatHex(digest.digest()),
                label());
    }

    /** The strictest label of what is in it so far. */
    public Tlp label() {
        return entries.stream().map(Entry::label).reduce(usual, EntryList::stricter);
    }

    private static Tlp stricter(Tlp one, Tlp other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /**
     * A fixed list.
     *
     * @param entries by path
     * @param bytes of all files together
     * @param sha256 of the lines that the bag's payload manifest has for these files (RFC 8493, section 2.1.3)
     * @param label the strictest of all
     */
    public record Fixed(List<Entry> entries, long bytes, String sha256, Tlp label) {

        public Fixed {
            entries = List.copyOf(entries);
        }
    }
}
