package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Subject;

/**
 * One view by an auditor.
 *
 * @param event its event in the trail
 * @param person who viewed
 * @param name the person's name; empty once it was erased
 * @param act what was done: {@code evidence.read}, {@code pack.download} …
 * @param subject what was viewed
 * @param refused whether it was asked for and refused
 */
public record AccessLogRow(
        UUID event,
        Instant at,
        UUID person,
        Optional<String> name,
        String act,
        Optional<Subject> subject,
        boolean refused) {}
