package org.sekisho.domain.assurance.pack;

/**
 * The checkpoint under which the events of a pack are proven.
 *
 * @param size how many events it covers
 * @param witnesses how many had cosigned it when the pack was built
 */
public record ProvenTrail(long size, int witnesses) {}
