package org.sekisho.domain.assurance.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Keeps items of evidence and, apart from them, what they say. */
public interface EvidenceItems {

    Optional<EvidenceItem> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default EvidenceItem require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** What the item says; empty where the reader may see the item but not its content. */
    Optional<EvidenceContent> content(UUID id);

    /** Which of these exist, count as proof, and belong to the engagement or to its agreement: those that can answer a request. */
    Set<UUID> usable(Engagement engagement, Set<UUID> ids);

    /** What proves what, of the items that count, for the engagement: its own, and those of its agreement of the same days. */
    List<Proof> proofs(Engagement engagement);

    /** How many of these same items there are, by the section and the control that they were handed in for. */
    List<ControlEvidence> byControl(Engagement engagement);

    void add(EvidenceItem item, EvidenceContent content);
}
