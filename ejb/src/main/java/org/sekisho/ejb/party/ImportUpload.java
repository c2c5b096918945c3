package org.sekisho.ejb.party;

import java.io.InputStream;

/**
 * A table of people as it comes in.
 *
 * @param name of the file
 * @param content read up to the limit of {@code ImportFile}, once
 * @param reason why the roles in it are needed
 */
public record ImportUpload(String name, InputStream content, String reason) {}
