package org.sekisho.domain.party.organisation;

/** Whether a designation holds on a day. */
public enum DesignationStanding {
    COMING,
    HOLDS,
    OVER
}
