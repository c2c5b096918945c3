package org.sekisho.ejb.assurance;

import java.util.Optional;
import org.sekisho.domain.assurance.finding.FindingRow;

/**
 * A finding in a list.
 *
 * @param title opened; empty where the reader may see the finding but not what it says
 */
public record FindingLine(FindingRow row, Optional<String> title) {}
