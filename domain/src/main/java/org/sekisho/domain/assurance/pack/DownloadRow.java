package org.sekisho.domain.assurance.pack;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A download, or a part of one, as lists show it.
 *
 * @param by the name of who began it; empty once the person was erased
 * @param firstByte of the range, from 0
 * @param lastByte of the range, inclusive
 */
public record DownloadRow(UUID id, UUID pack, Optional<String> by, Instant begunAt, long firstByte, long lastByte) {}
