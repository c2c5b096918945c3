package org.sekisho.domain.report.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Disclosure cases that the asker may see, and apart from them what they are about. */
public interface DisclosureCases {

    Optional<DisclosureCase> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default DisclosureCase require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** For changing it: locked until the transaction ends. @throws Refusal with {@link SharedError#NOT_FOUND} */
    DisclosureCase requireLocked(UUID id);

    /** Whether one about this report goes on. */
    boolean goesOn(UUID report);

    Optional<DisclosureContent> content(UUID id);

    /** What several cases are about. */
    List<DisclosureContent> contents(Set<UUID> ids);

    void add(DisclosureCase added, DisclosureContent content);
}
