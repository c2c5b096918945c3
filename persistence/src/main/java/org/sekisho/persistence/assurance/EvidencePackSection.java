package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.evidence.EvidenceDirectory;
import org.sekisho.domain.assurance.evidence.EvidenceItem;
import org.sekisho.domain.assurance.evidence.EvidenceItems;
import org.sekisho.domain.assurance.evidence.EvidenceRow;
import org.sekisho.domain.assurance.evidence.EvidenceSeals;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.vault.Vault;

/**
 * The files that count as proof in the engagement, and a table of what they are. In the database their titles are sealed and the
 * pack's list isn't: files are named by section and id, and titles stand in the table, which is sealed again.
 */
@ApplicationScoped
public class EvidencePackSection implements PackSection {

    private static final List<String> HEADER = List.of(
            "file",
            "title",
            "organisation",
            "section",
            "control",
            "provesFirst",
            "provesLast",
            "arrivedAt",
            "uploadedBy",
            "origin",
            "label",
            "state",
            "size",
            "sha256");

    @Inject
    private EvidenceDirectory directory;

    @Inject
    private EvidenceItems items;

    @Inject
    private Vault vault;

    @Override
    public String folder() {
        return PackLayout.EVIDENCE;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        List<List<@Nullable Object>> table = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<EvidenceRow> page = directory.list(
                    scope.evidence(), new PageRequest(PageRequest.MOST, after, Optional.of("arrived"), false));
            for (EvidenceRow row : page.items()) {
                String name = name(row);
                EvidenceItem item = items.require(row.id());
                sink.file(name, item.content(), new Subject(EvidenceItem.KIND, item.id()), item.label());
                table.add(cells(name, row));
            }
            after = page.next();
        } while (after.isPresent());
        if (!table.isEmpty()) {
            sink.csv("index.csv", HEADER, rows -> table.forEach(rows));
        }
    }

    private static String name(EvidenceRow row) {
        String section = row.section().folder();
        return section + "/" + PackLayout.name(row.id(), section, row.type().extension());
    }

    private List<@Nullable Object> cells(String name, EvidenceRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(name);
        cells.add(new EvidenceSeals(vault).title(row).orElse(null));
        cells.add(row.organisation());
        cells.add(row.section().name());
        cells.add(row.control());
        cells.add(row.proves().first().toString());
        cells.add(row.proves().last().toString());
        cells.add(row.arrivedAt().toString());
        cells.add(row.uploadedBy().orElse(null));
        cells.add(row.origin().name());
        cells.add(row.label().name());
        cells.add(row.state().name());
        cells.add(row.size());
        cells.add(row.sha256());
        return cells;
    }
}
