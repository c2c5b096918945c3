package org.sekisho.domain.assurance.evidence;

import org.sekisho.domain.assurance.EvidenceSection;

/**
 * How many items of evidence count in a section for one control.
 *
 * @param control as it was named when they were handed in; empty for the section as a whole
 */
public record ControlEvidence(EvidenceSection section, String control, int items) {}
