package org.sekisho.proof.verify;

/** Why a sample in a pack fails. */
public enum SampleProblem {
    /** Not the two files of a sample, or one of them isn't written as it has to be. */
    SAMPLE_MALFORMED,
    /** The population isn't the one whose hash or count the sample names. */
    POPULATION_OTHER,
    /** The trail tells of another population than the sample was drawn from. */
    POPULATION_NOT_FROZEN,
    /** The seed isn't a signed checkpoint of the log, or not the hash of its text. */
    SEED_WRONG,
    /** The checkpoint of the seed doesn't cover the freezing: the seed was known before. */
    SEED_TOO_EARLY,
    /** By that seed other items are drawn. */
    DRAWN_OTHERWISE
}
