package org.sekisho.domain.report.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Reports as pages and lists read them. What they are called is sealed: whoever may know it asks for it apart. */
public interface ReportDirectory {

    /**
     * Sorted by {@code received} (the list's own order, the latest first), {@code number}, {@code state}, {@code tier}, {@code label},
     * {@code organisation}, {@code agreement} or {@code due}.
     */
    Page<ReportRow> list(ReportFilter filter, PageRequest page);

    Optional<ReportRow> find(UUID report);

    /** Those of these that the reader may see, in the order of their numbers. */
    List<ReportRow> find(Set<UUID> reports);

    /** The report of this number within its organisation. */
    Optional<UUID> numbered(UUID organisation, int number);

    /** The report, closed since or rejected for less, of the finding that came back in this one; empty too for whoever doesn't see the findings. */
    Optional<UUID> recurs(UUID report);

    /**
     * Others of the same organisation that share a number or component with it, the most shared markers first. Where many share the same
     * one, the latest of them are looked at.
     */
    List<ReportRow> similar(UUID report, int most);

    /** How people say which reports these are, of those that the actor sees. */
    Map<UUID, String> references(Set<UUID> reports);

    /** What the revisions are called, as far as the reader may know it. */
    Map<UUID, String> titles(Set<UUID> revisions);

    /** The names of people who appear in what the actor sees. */
    Map<UUID, String> names(Set<UUID> people);
}
