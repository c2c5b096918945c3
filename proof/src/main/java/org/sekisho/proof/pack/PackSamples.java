package org.sekisho.proof.pack;

/**
 * Where a pack keeps the samples that were taken, a folder for each: the frozen population, and what was drawn from it by which seed.
 * Whoever has both draws again.
 */
public final class PackSamples {

    /** Each sample has a folder below it, named by its number. */
    public static final String FOLDER = "data/samples/";

    /** The population, as {@link org.sekisho.proof.sample.PopulationList} writes it. */
    public static final String POPULATION = "population.txt";

    /** One canonical JSON document (RFC 8785) with a line feed: see docs/sampling.md. */
    public static final String SAMPLE = "sample.json";

    /** The act of the event that the seed has to cover. */
    public static final String FREEZING = "audit.freeze-population";

    /** The detail of that event which holds the SHA-256 of the population. */
    public static final String FROZEN_SHA256 = "populationSha256";

    /** The kind of that event's subject. */
    public static final String SUBJECT = "sample";

    private PackSamples() {}
}
