package org.sekisho.domain.assurance.evidence;

import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;

/** That something proves a section for some days. */
public record Proof(EvidenceSection section, Period period, Origin origin) {}
