package org.sekisho.domain.assurance.certificate;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** The turns of certificates as pages read them. */
public interface CertificateDirectory {

    /** All turns of an engagement. Sorts: {@code number}, the latest first (the list's own). */
    Page<CertificateRow> list(UUID engagement, PageRequest page);

    /** The turn that holds; empty where no certificate was ever given. */
    Optional<CertificateRow> latest(UUID engagement);
}
