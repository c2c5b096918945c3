package org.sekisho.ejb.report.release;

/**
 * A rendering as its reader takes it away.
 *
 * @param name of the file
 * @param sha256 of the bytes, as they were approved
 */
public record ReleasedFile(String name, String mediaType, String sha256, byte[] bytes) {}
