package org.sekisho.proof.bag;

/**
 * What a bag may take of the one who reads it.
 *
 * @param files the most files
 * @param bytes the most bytes, unpacked
 * @param ratio how many times its own size a ZIP file may unpack to
 */
public record BagLimits(int files, long bytes, int ratio) {

    /**
     * A million events of a trail with a proof each, as many files of other kinds, and 1 TiB are far over the largest pack. Text packs to a tenth, long runs of one byte to a
     * thousandth: 200 tells them apart.
     */
    public static final BagLimits DEFAULT = new BagLimits(2_000_000, 1L << 40, 200);

    /** Below this a ZIP file isn't judged by its ratio: a small table of zeros is no bomb. */
    static final long RATIO_MATTERS_FROM = 16L * 1024 * 1024;
}
