package org.sekisho.proof.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws a sample. Each item gets a rank, HMAC-SHA-256 (RFC 2104) under the seed of the sample's id, a line feed and the item's id; those
 * with the lowest ranks are drawn. The order of the list, and what else is in it, has no influence on a rank.
 */
public final class Draw {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final String sample;

    private Draw(byte[] seed, String sample) {
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            this.mac.init(new SecretKeySpec(seed, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
        this.sample = sample;
    }

    /**
     * From the whole population.
     *
     * @param seed see {@link SampleSeed}
     * @param sample the sample's id: two samples of one seed are drawn apart
     * @param size how many, at most as many as there are
     * @return the ids, the lowest rank first
     */
    public static List<PopulationItem> random(byte[] seed, String sample, PopulationList population, int size) {
        if (size < 1 || size > population.items().size()) {
            throw new IllegalArgumentException(
                    "No sample of " + size + " from " + population.items().size());
        }
        return new Draw(seed, sample).lowest(population.items(), size);
    }

    /**
     * From each stratum what {@link Allocation} gives it.
     *
     * @return the strata in the order of their names, in each the lowest rank first
     */
    public static List<PopulationItem> stratified(byte[] seed, String sample, PopulationList population, int size) {
        Draw draw = new Draw(seed, sample);
        List<PopulationItem> drawn = new ArrayList<>();
        for (Map.Entry<String, Integer> part :
                Allocation.of(population.strata(), size).entrySet()) {
            List<PopulationItem> stratum = population.items().stream()
                    .filter(each -> each.stratum().equals(part.getKey()))
                    .toList();
            drawn.addAll(draw.lowest(stratum, part.getValue()));
        }
        return List.copyOf(drawn);
    }

    private List<PopulationItem> lowest(List<PopulationItem> items, int count) {
        return items.stream()
                .map(item -> new Ranked(rank(item.id()), item))
                .sorted()
                .limit(count)
                .map(Ranked::item)
                .toList();
    }

    private byte[] rank(String item) {
        return mac.doFinal((sample + '\n' + item).getBytes(StandardCharsets.UTF_8));
    }

    private record Ranked(byte[] rank, PopulationItem item) implements Comparable<Ranked> {

        private static final Comparator<Ranked> ORDER = ((Comparator<Ranked>)
                        (one, other) -> Arrays.compareUnsigned(one.rank, other.rank))
                .thenComparing(Ranked::item);

        @Override
        public int compareTo(Ranked other) {
            return ORDER.compare(this, other);
        }
    }
}
