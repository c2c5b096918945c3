package org.sekisho.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A signature as a page and a pack show it. Signers are named to every party: a signature without a name is none.
 *
 * @param organisation the party
 * @param authorityKind by what the signer may sign
 * @param authorityReference the document that says so
 * @param fileHash SHA-256 in hexadecimal of the signed file, where it was signed outside
 * @param coordinatorConfirmed whether the coordinator has confirmed that file
 * @param partyConfirmed whether the party has
 * @param endReason why it was withdrawn or rejected; empty otherwise
 */
public record SignatureRow(
        UUID id,
        int versionNumber,
        UUID organisation,
        Optional<UUID> person,
        String signerName,
        AuthorityKind authorityKind,
        String authorityReference,
        String contentHash,
        SignatureMethod method,
        LocalDate signedOn,
        Instant recordedAt,
        SignatureState state,
        Optional<String> fileHash,
        Optional<String> fileName,
        boolean coordinatorConfirmed,
        boolean partyConfirmed,
        Optional<Instant> endedAt,
        String endReason) {}
