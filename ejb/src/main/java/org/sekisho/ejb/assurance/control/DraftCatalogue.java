package org.sekisho.ejb.assurance.control;

/**
 * A catalogue from a file, which becomes the draft of the next version.
 *
 * @param file an OSCAL catalog in JSON
 */
public record DraftCatalogue(byte[] file) {}
