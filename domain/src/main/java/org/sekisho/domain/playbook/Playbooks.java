package org.sekisho.domain.playbook;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The playbooks that the asker may see. */
public interface Playbooks {

    Optional<Playbook> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Playbook require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The version of this playbook in the given state, locked until the transaction ends; for drafts and the approved one. */
    Optional<Playbook> find(UUID organisation, String code, PlaybookState state);

    /**
     * Adds a new draft.
     *
     * @throws Refusal with {@link PlaybookError#DRAFT_EXISTS} if the organisation has one under this code
     */
    default void add(Playbook draft) {
        if (find(draft.organisation(), draft.code(), PlaybookState.DRAFT).isPresent()) {
            throw new Refusal(PlaybookError.DRAFT_EXISTS);
        }
        store(draft);
    }

    /** Stores a new draft; {@link #add} is what callers use. */
    void store(Playbook draft);
}
