package org.sekisho.domain.agreement.clause;

/** What a rendering can mask. */
public enum SensitiveMatter {
    EXPLOIT_CODE,
    CREDENTIALS,
    PERSONAL_DATA,
    HOSTS,
    ATTACK_PATHS
}
