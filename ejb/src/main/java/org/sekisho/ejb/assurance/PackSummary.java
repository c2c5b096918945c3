package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.pack.EntryList.Entry;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.ejb.document.PdfText;
import org.sekisho.ejb.document.PdfText.Fact;
import org.sekisho.ejb.shared.Phrases;

/** What a pack is about and what lies where in it, for people, in both languages. It says nothing that depends on when it was made. */
@ApplicationScoped
class PackSummary {

    private static final List<String> BUNDLES = List.of("org.sekisho.ejb.text.document");
    private static final String ROOT = "data";
    private static final String LINES = ".jsonl";

    @Inject
    private EngagementFacts facts;

    /**
     * The summary.
     *
     * @param label of the pack so far
     * @param entries what the pack holds beside the summary
     * @param records how many records the files of records hold, by their paths
     */
    PdfText text(
            Engagement engagement, EngagementRow row, Tlp label, List<Entry> entries, SortedMap<String, Long> records) {
        PdfText text = new PdfText(engagement.number()).label(label);
        for (ReadingLanguage language : ReadingLanguage.values()) {
            Phrases words = words(language);
            write(text, words, engagement.number(), facts.of(words, engagement, row), entries, records);
        }
        return text;
    }

    static Phrases words(ReadingLanguage language) {
        return Phrases.of(BUNDLES, language.locale(), PackSummary.class.getClassLoader());
    }

    static void write(
            PdfText text,
            Phrases words,
            String number,
            List<Fact> facts,
            List<Entry> entries,
            SortedMap<String, Long> records) {
        text.part(words.locale())
                .heading(1, words.text("document.summary.title", Map.of("number", number)))
                .paragraph(words.text("document.summary.introduction"))
                .heading(2, words.text("document.summary.engagement"))
                .facts(facts)
                .heading(2, words.text("document.summary.content"))
                .paragraph(words.text("document.summary.content-note"))
                .table(header(words), folders(words, entries))
                .heading(2, words.text("document.summary.records"))
                .paragraph(words.text("document.summary.records-note"))
                .table(recordsHeader(words), records(words, records))
                .heading(2, words.text("document.summary.check"))
                .paragraph(words.text("document.summary.check-note"))
                .code("sha256sum -c manifest-sha256.txt\nsha256sum -c tagmanifest-sha256.txt\n"
                        + "openssl pkeyutl -verify -pubin -inkey keys/pack.pem -rawin"
                        + " -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig");
    }

    private static List<String> header(Phrases words) {
        return List.of(
                words.text("document.summary.folder"),
                words.text("document.summary.holds"),
                words.text("document.summary.files"),
                words.text("document.summary.bytes"));
    }

    private static List<List<String>> folders(Phrases words, List<Entry> entries) {
        SortedMap<String, long[]> folders = new TreeMap<>();
        for (Entry entry : entries) {
            long[] counted = folders.computeIfAbsent(folder(entry.path()), folder -> new long[2]);
            counted[0]++;
            counted[1] += entry.size();
        }
        List<List<String>> rows = new ArrayList<>();
        folders.forEach((folder, counted) -> rows.add(List.of(
                folder.isEmpty() ? ROOT + "/" : ROOT + "/" + folder + "/",
                Optional.of("document.folder." + folder).flatMap(words::find).orElse(""),
                words.text("document.number", Map.of("value", counted[0])),
                words.text("document.number", Map.of("value", counted[1])))));
        return rows;
    }

    private static List<String> recordsHeader(Phrases words) {
        return List.of(
                words.text("document.summary.file"),
                words.text("document.summary.holds"),
                words.text("document.summary.count"));
    }

    /** What is counted: files of records that the pack could hold and doesn't aren't named. */
    private static List<List<String>> records(Phrases words, SortedMap<String, Long> records) {
        List<List<String>> rows = new ArrayList<>();
        records.forEach((path, count) -> {
            if (path.endsWith(LINES)) {
                String name = path.substring(ROOT.length() + 1, path.length() - LINES.length());
                rows.add(List.of(
                        path,
                        words.find("document.records." + name.replace('/', '.')).orElse(""),
                        words.text("document.number", Map.of("value", count))));
            }
        });
        return rows;
    }

    /** The first folder below data/; empty for what lies in it itself. */
    private static String folder(String path) {
        String below = path.substring(ROOT.length() + 1);
        int end = below.indexOf('/');
        return end < 0 ? "" : below.substring(0, end);
    }
}
