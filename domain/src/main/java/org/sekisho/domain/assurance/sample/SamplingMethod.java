package org.sekisho.domain.assurance.sample;

/** How the items of a sample are selected (ISA 530, appendix 4). */
public enum SamplingMethod {
    /** By the seed, from the whole population. */
    RANDOM,
    /** By the seed, from each stratum in proportion, at least one. */
    STRATIFIED,
    /** By the auditors' judgement, each with a reason. No conclusion about the whole population follows from it. */
    JUDGEMENTAL;

    /** Whether a seed draws it. */
    public boolean isDrawn() {
        return this != JUDGEMENTAL;
    }
}
