package org.sekisho.domain.assurance.pack;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.evidence.EvidenceItem;
import org.sekisho.domain.shared.Checks;
import org.sekisho.proof.bag.BagPath;

/** Where things stand in a pack. Names that came from people stay readable, Japanese ones included, and safe on every system. */
public final class PackLayout {

    /** Versions, clauses, signatures, environments, phases. */
    public static final String AGREEMENT = "agreement";

    /** Reports with their revisions, reviews, escalations and releases. */
    public static final String REPORTS = "reports";
    /** Below it: what each revision says, a line each, as it was hashed unless something in it is masked. */
    public static final String CONTENTS = "contents.jsonl";
    /** Beside it: what each release said, a line each, as auditors may read it, with the hash of the bytes that left. */
    public static final String RENDERINGS = "release-contents.jsonl";
    /** Access decisions, freezes, votes. */
    public static final String DECISIONS = "decisions";
    /** Grants with their history, training. */
    public static final String GRANTS = "grants";

    public static final String PLAYBOOKS = "playbooks";
    /** Acts of administrators, roles, keys; of the secretariat also changes of the schema, and who led and checked the log. */
    public static final String OPERATIONS = "operations";
    /** What the audit found, what was said about it, and corrective actions. */
    public static final String FINDINGS = "findings";
    /** Uploaded files, in a folder for each section. */
    public static final String EVIDENCE = "evidence";
    /** A folder for each sample that was taken: its population, and what was drawn or picked from it. */
    public static final String SAMPLES = "samples";
    /** OSCAL documents: the catalogue of controls, and the audit as assessment results. */
    public static final String OSCAL = "oscal";
    /** Below it: the catalogue that the engagement goes by. */
    public static final String CATALOGUE = "catalog.json";
    /** Below it: what was looked at, and what was found. */
    public static final String RESULTS = "assessment-results.json";
    /** Events of the period. */
    public static final String TRAIL = "trail";
    /** Below it: a leaf a line. */
    public static final String EVENTS = "entries.jsonl";

    /** What to run, in English and Japanese. */
    public static final String VERIFY = "data/VERIFY.txt";
    /** The summary for people, in English and Japanese. */
    public static final String SUMMARY = "data/summary.pdf";

    private static final String PAYLOAD = "data/";
    private static final Pattern FOLDER = Pattern.compile("[a-z][a-z-]{0,40}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");
    /** The end of an id, where its bits are random: enough to tell the files of one folder apart. */
    private static final int ID_DIGITS = 12;

    private PackLayout() {}

    /** The name of the one top folder, and with ".zip" of the pack. */
    public static String top(Engagement engagement, UUID pack) {
        String number = engagement.number();
        return (NUMBER.matcher(number).matches() ? number : "AUD") + "-" + end(pack);
    }

    /** The name of the file that is downloaded: a ZIP file, or its bytes encrypted. */
    public static String file(String top, boolean encrypted) {
        return encrypted ? top + ".zip.enc" : top + ".zip";
    }

    /** The name of what opens an encrypted one: {@link Envelope}. */
    public static String envelope(String top) {
        return top + ".zip.p7m";
    }

    /**
     * The path of a file.
     *
     * @param folder a section's folder
     * @param name below it, with slashes
     */
    public static String path(String folder, String name) {
        String path = PAYLOAD + folder + "/" + name;
        Checks.check(
                FOLDER.matcher(folder).matches() && isSafe(path),
                AssuranceError.PACK_PATH_UNSAFE,
                Map.of("path", path));
        return path;
    }

    /** Whether a file of the payload can stand there: safe on every system, and found by sha256sum as it is written. */
    static boolean isSafe(String path) {
        return path.startsWith(PAYLOAD) && path.indexOf('%') < 0 && BagPath.isSafe(path);
    }

    /**
     * A file's name made of a title: {@code f3a91c02be77-研修記録.pdf}. The end of the id keeps equal titles apart.
     *
     * @param extension without the full stop
     */
    public static String name(UUID id, String title, String extension) {
        String suffix = "." + extension;
        boolean repeats = title.regionMatches(true, title.length() - suffix.length(), suffix, 0, suffix.length());
        String bare = repeats ? title.substring(0, title.length() - suffix.length()) : title;
        return end(id) + "-" + BagPath.cleanName(bare) + suffix;
    }

    /** The name of an item of evidence, below {@link #EVIDENCE}: in its section's folder, with its title. */
    public static String evidence(EvidenceItem item, String title) {
        return item.section().folder() + "/"
                + name(item.id(), title, item.content().type().extension());
    }

    private static String end(UUID id) {
        String digits = id.toString().replace("-", "");
        return digits.substring(digits.length() - ID_DIGITS);
    }
}
