package org.sekisho.domain.assurance.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;

/**
 * An item of evidence as lists show it.
 *
 * @param sealedTitle ciphertext; empty where the reader may not see what the item says
 * @param organisation the name of the one whose evidence it is, in the reader's language
 * @param uploadedBy the name of who uploaded it; empty when the system took it, or the person was erased
 */
public record EvidenceRow(
        UUID id,
        Optional<UUID> engagement,
        UUID organisationId,
        String organisation,
        EvidenceSection section,
        String control,
        Optional<byte[]> sealedTitle,
        FileType type,
        long size,
        String sha256,
        Period proves,
        Instant arrivedAt,
        Optional<String> uploadedBy,
        Origin origin,
        Tlp label,
        EvidenceState state,
        String returnReason) {}
