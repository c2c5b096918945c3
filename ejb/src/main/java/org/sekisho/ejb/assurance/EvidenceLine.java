package org.sekisho.ejb.assurance;

import java.util.Optional;
import org.sekisho.domain.assurance.evidence.EvidenceRow;

/**
 * An item of evidence in a list.
 *
 * @param title opened; empty where the reader may see the item but not what it says
 */
public record EvidenceLine(EvidenceRow row, Optional<String> title) {}
