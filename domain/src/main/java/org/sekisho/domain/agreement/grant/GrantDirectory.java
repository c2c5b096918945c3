package org.sekisho.domain.agreement.grant;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Grants as pages, lists and packs read them. */
public interface GrantDirectory {

    /** Sorted by {@code person} (the list's own order), {@code organisation}, {@code role}, {@code lastDay} or {@code state}. */
    Page<GrantRow> list(GrantFilter filter, PageRequest page);

    Optional<GrantView> find(UUID id);
}
