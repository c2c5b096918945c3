package org.sekisho.domain.assurance.engagement;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Requests as lists show them. */
public interface RequestDirectory {

    /** By the day they are due, earliest first; also sorted by {@code number} and {@code state}. */
    Page<RequestRow> list(RequestFilter filter, PageRequest page);

    /** One request; empty where it can't be seen. */
    Optional<RequestRow> find(UUID id);

    /** How many requests of the engagement wait for an answer, by section; sections without one are left out. */
    Map<EvidenceSection, Integer> waiting(UUID engagement);
}
