package org.sekisho.proof.bag;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a bag is complete and valid (RFC 8493, section 3): all that is listed is there, all payload that is there is
 * listed in every manifest, and every digest agrees. The tag files are checked first, so that a changed manifest is named
 * itself and not the payload it lists. Reads each file once, in constant memory per file.
 */
public final class BagVerifier {

    private static final String DATA = "data/";

    /** The least string after all that begin with data/. */
    private static final String AFTER_DATA = "data0";

    private static final Pattern MANIFEST = Pattern.compile("(tag)?manifest-([^/]+)\\.txt");
    private static final int BUFFER = 64 * 1024;

    private final BagSource source;
    private final BagLimits limits;
    private final byte[] buffer = new byte[BUFFER];
    private final Map<BagAlgorithm, BagManifest> manifests = new EnumMap<>(BagAlgorithm.class);
    private final Map<BagAlgorithm, BagManifest> tagManifests = new EnumMap<>(BagAlgorithm.class);

    private BagVerifier(BagSource source, BagLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** @throws BagException with the first file that fails, in the order of the paths */
    public static VerifiedBag verify(BagSource source, BagLimits limits) throws IOException {
        return new BagVerifier(source, limits).verify();
    }

    private VerifiedBag verify() throws IOException {
        try (InputStream declaration = source.open(BagDeclaration.PATH)) {
            BagDeclaration.check(declaration);
        }
        if (source.files().containsKey("fetch.txt")) {
            throw new BagException(BagProblem.UNSUPPORTED, "fetch.txt");
        }
        readManifests(true, tagManifests);
        checkTagManifests();
        readManifests(false, manifests);
        if (manifests.isEmpty()) {
            throw new BagException(BagProblem.MISSING, BagAlgorithm.SHA256.manifest());
        }
        checkListsOfPayload();
        BagInfo info = info();
        SortedMap<String, Long> payload = payload();
        long bytes = payload.values().stream().mapToLong(Long::longValue).sum();
        for (String path : payload.keySet()) {
            checkDigests(path, manifests);
        }
        checkOxum(info, bytes, payload.size());
        return new VerifiedBag(info, payload.size(), bytes, unlisted());
    }

    /** Reads the manifests of one kind; the other tag files and the payload are for others. */
    private void readManifests(boolean tags, Map<BagAlgorithm, BagManifest> found) throws IOException {
        for (Map.Entry<BagAlgorithm, String> manifest : manifestPaths(tags).entrySet()) {
            String path = manifest.getValue();
            try (InputStream content = source.open(path)) {
                found.put(manifest.getKey(), BagManifest.read(content, path, manifest.getKey(), limits.files()));
            }
        }
    }

    private Map<BagAlgorithm, String> manifestPaths(boolean tags) throws BagException {
        Map<BagAlgorithm, String> paths = new EnumMap<>(BagAlgorithm.class);
        for (String path : source.files().keySet()) {
            Matcher found = MANIFEST.matcher(path);
            if (found.matches() && tags == (found.group(1) != null)) {
                paths.put(
                        BagAlgorithm.named(found.group(2))
                                .orElseThrow(() -> new BagException(BagProblem.UNSUPPORTED, path)),
                        path);
            }
        }
        return paths;
    }

    /** Each tag manifest lists all payload manifests, no tag manifest and no payload, and agrees with what it lists. */
    private void checkTagManifests() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (Map.Entry<BagAlgorithm, BagManifest> tagManifest : tagManifests.entrySet()) {
            Set<String> paths = tagManifest.getValue().digests().keySet();
            for (String path : paths) {
                if (path.startsWith(DATA) || path.startsWith("tagmanifest-")) {
                    throw new BagException(
                            BagProblem.TAG_FILE_MALFORMED, tagManifest.getKey().tagManifest());
                }
            }
            for (String path : manifestPaths(false).values()) {
                if (!paths.contains(path)) {
                    throw new BagException(BagProblem.NOT_LISTED, path);
                }
            }
            listed.addAll(paths);
        }
        for (String path : listed) {
            checkDigests(path, tagManifests);
        }
    }

    private void checkListsOfPayload() throws BagException {
        for (Map.Entry<BagAlgorithm, BagManifest> manifest : manifests.entrySet()) {
            Set<String> listed = manifest.getValue().digests().keySet();
            for (String path : listed) {
                if (!path.startsWith(DATA)) {
                    throw new BagException(
                            BagProblem.TAG_FILE_MALFORMED, manifest.getKey().manifest());
                }
                if (!source.files().containsKey(path)) {
                    throw new BagException(BagProblem.MISSING, path);
                }
            }
            for (String path : payload().keySet()) {
                if (!listed.contains(path)) {
                    throw new BagException(BagProblem.NOT_LISTED, path);
                }
            }
        }
    }

    private BagInfo info() throws IOException {
        if (!source.files().containsKey(BagInfo.PATH)) {
            return new BagInfo(List.of());
        }
        try (InputStream content = source.open(BagInfo.PATH)) {
            return BagInfo.read(content);
        }
    }

    private static void checkOxum(BagInfo info, long bytes, int files) throws BagException {
        boolean agrees = info.find(BagInfo.PAYLOAD_OXUM)
                .map(oxum -> oxum.equals(bytes + "." + files))
                .orElse(true);
        if (!agrees) {
            throw new BagException(BagProblem.PAYLOAD_OXUM_DIFFERS, BagInfo.PATH);
        }
    }

    /** A digest that is being made, and what a manifest says it has to be. */
    private record Check(MessageDigest digest, byte[] listed) {}

    private void checkDigests(String path, Map<BagAlgorithm, BagManifest> lists) throws IOException {
        List<Check> checks = new ArrayList<>();
        lists.forEach((algorithm, list) ->
                list.find(path).ifPresent(listed -> checks.add(new Check(algorithm.start(), listed))));
        try (InputStream content = source.open(path)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                for (Check check : checks) {
                    check.digest().update(buffer, 0, read);
                }
            }
        }
        for (Check check : checks) {
            if (!MessageDigest.isEqual(check.digest().digest(), check.listed())) {
                throw new BagException(BagProblem.CHECKSUM_DIFFERS, path);
            }
        }
    }

    private SortedMap<String, Long> payload() {
        return source.files().subMap(DATA, AFTER_DATA);
    }

    private Set<String> unlisted() {
        Set<String> unlisted = new HashSet<>(source.files().keySet());
        unlisted.removeIf(path -> path.startsWith(DATA) || path.startsWith("tagmanifest-") && path.endsWith(".txt"));
        tagManifests
                .values()
                .forEach(manifest -> unlisted.removeAll(manifest.digests().keySet()));
        return unlisted;
    }
}
