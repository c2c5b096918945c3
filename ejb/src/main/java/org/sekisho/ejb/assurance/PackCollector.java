package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.pack.EntryList;
import org.sekisho.domain.assurance.pack.EntryList.Entry;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.assurance.pack.PackSources;
import org.sekisho.domain.assurance.pack.VerifyText;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.assurance.control.PackAssessment;
import org.sekisho.ejb.document.PdfDocument;
import org.sekisho.ejb.document.PdfText;
import org.sekisho.proof.json.JsonValue;

/** Collects what a pack holds and seals the documents that are made for it, for the audit firm. */
@ApplicationScoped
class PackCollector {

    /** No document is larger: 4 GiB of records. */
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;

    @Inject
    private Instance<PackSection> sections;

    @Inject
    private ContentStore store;

    @Inject
    private PackAssessment assessment;

    @Inject
    private PackSummary summary;

    /**
     * Collects everything; to be called in one snapshot of the database. The same records give the same list.
     *
     * @param firm the audit firm, under whose key the documents are sealed
     */
    Collected collect(Engagement engagement, EngagementRow row, UUID firm, PackScope scope) {
        Collecting collecting = new Collecting(scope.label(), firm);
        sections.stream().sorted(Comparator.comparing(PackSection::folder)).forEach(section -> {
            section.collect(scope, collecting.below(section.folder()));
        });
        collecting.document(
                PackLayout.VERIFY,
                out -> out.write(VerifyText.of(anyOf(engagement)).getBytes(StandardCharsets.UTF_8)));
        List<Entry> listed = List.copyOf(collecting.kept);
        collecting.document(
                PackLayout.path(PackLayout.OSCAL, PackLayout.CATALOGUE),
                out -> out.write(assessment.catalogue(engagement).getBytes(StandardCharsets.UTF_8)));
        collecting.below(PackLayout.OSCAL).json(PackLayout.RESULTS, assessment.results(engagement, scope, listed));
        List<Entry> soFar = List.copyOf(collecting.kept);
        PdfText text =
                summary.text(engagement, row, collecting.entries.label(), soFar, new TreeMap<>(collecting.records));
        collecting.document(PackLayout.SUMMARY, out -> PdfDocument.write(text, engagement.scheduledAt(), out));
        return new Collected(collecting.entries.fix(), List.copyOf(collecting.documents));
    }

    /** The pack's own name would make the lists of two packs differ: the text names whichever pack of the engagement it lies in. */
    private static String anyOf(Engagement engagement) {
        String top = PackLayout.top(engagement, engagement.id());
        return top.substring(0, top.lastIndexOf('-')) + "-*";
    }

    /** What a pack holds, and the documents that were made for it. */
    record Collected(EntryList.Fixed list, List<PackSources.Document> documents) {}

    private final class Collecting {

        private final EntryList entries;
        private final List<Entry> kept = new ArrayList<>();
        private final List<PackSources.Document> documents = new ArrayList<>();
        /** How many records each file of records holds, by its path. */
        private final SortedMap<String, Long> records = new TreeMap<>();

        private final Tlp label;
        private final UUID firm;

        Collecting(Tlp label, UUID firm) {
            this.entries = new EntryList(label);
            this.label = label;
            this.firm = firm;
        }

        PackSection.Sink below(String folder) {
            return new PackSection.Sink() {
                @Override
                public void document(String name, PackSection.Document document) {
                    Collecting.this.document(PackLayout.path(folder, name), document);
                }

                @Override
                public void jsonLines(String name, PackSection.Rows<JsonValue> rows) {
                    long[] written = {0};
                    PackSection.Sink.super.jsonLines(
                            name,
                            each -> rows.writeTo(row -> {
                                each.accept(row);
                                written[0]++;
                            }));
                    records.put(PackLayout.path(folder, name), written[0]);
                }

                @Override
                public void file(String name, CheckedContent content, Subject source, Tlp fileLabel) {
                    add(new Entry(
                            PackLayout.path(folder, name),
                            content.sha256(),
                            content.size(),
                            content.crc32(),
                            source,
                            fileLabel));
                }
            };
        }

        void document(String path, PackSection.Document document) {
            UUID id = Ids.next();
            Place place = new Place(PackSources.DOCUMENT_TABLE, id, firm);
            try (Writing writing = store.begin(place, MOST_BYTES)) {
                document.writeTo(writing);
                Stored stored = writing.finish();
                add(new Entry(
                        path,
                        stored.sha256(),
                        stored.size(),
                        stored.crc32(),
                        new Subject(PackSources.DOCUMENT, id),
                        label));
                documents.add(new PackSources.Document(id, firm, stored.blob(), stored.size()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void add(Entry entry) {
            entries.add(entry);
            kept.add(entry);
        }
    }
}
