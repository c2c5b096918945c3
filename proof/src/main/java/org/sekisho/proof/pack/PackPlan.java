package org.sekisho.proof.pack;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.proof.bag.BagInfo;
import org.sekisho.proof.bag.BagPath;

/**
 * All that a pack will hold, fixed beforehand: writing it again gives the same files in the same order.
 *
 * @param folder the name of the one top folder
 * @param info the fields of bag-info.txt; the writer adds Payload-Oxum
 * @param entries the payload, kept in the order of the paths
 * @param keys further public keys: PEM text by path below keys/. They are tag files: signed by way of the tag manifest,
 *     not part of the payload
 */
public record PackPlan(String folder, BagInfo info, List<PackEntry> entries, Map<String, String> keys) {

    public PackPlan {
        if (!BagPath.isSafe(folder) || folder.indexOf('/') >= 0) {
            throw new IllegalArgumentException("Not a name for a folder: " + folder);
        }
        if (info.find(BagInfo.PAYLOAD_OXUM).isPresent()) {
            throw new IllegalArgumentException("Payload-Oxum is the writer's");
        }
        entries = entries.stream().sorted(Comparator.comparing(PackEntry::path)).toList();
        SortedMap<String, String> sorted = new TreeMap<>(keys);
        for (String path : sorted.keySet()) {
            if (!path.startsWith("keys/") || path.equals(PackKey.PATH) || path.indexOf('%') >= 0) {
                throw new IllegalArgumentException("Not a path for a further key: " + path);
            }
        }
        keys = Collections.unmodifiableSortedMap(sorted);
    }

    /** Bytes of the payload. */
    public long payloadBytes() {
        return entries.stream().mapToLong(PackEntry::size).sum();
    }
}
