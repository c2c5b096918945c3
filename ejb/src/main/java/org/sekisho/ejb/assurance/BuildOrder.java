package org.sekisho.ejb.assurance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.certificate.PackCertificate;
import org.sekisho.domain.assurance.pack.Pack;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * A pack that this node may build, as long as it says so again in time.
 *
 * @param attempt the number of the lease
 * @param last whether it isn't taken up again by itself
 * @param organisation the audit firm, under whose key the pack is sealed
 * @param entries how many files it has
 * @param bytes how many bytes these have
 * @param certificate that it is encrypted for; empty where it isn't encrypted
 */
public record BuildOrder(
        UUID pack,
        int attempt,
        boolean last,
        UUID organisation,
        String name,
        String engagementNumber,
        Instant requestedAt,
        long trailPosition,
        String listSha256,
        String label,
        int entries,
        long bytes,
        Optional<PackCertificate> certificate)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Pack.KIND, pack);
    }
}
