package org.sekisho.ejb.assurance;

import java.util.Optional;
import org.sekisho.domain.assurance.finding.ActionRow;

/**
 * A corrective action in a list.
 *
 * @param plan what it does; empty where the reader may see the action but not that
 */
public record ActionLine(ActionRow row, Optional<String> plan) {}
