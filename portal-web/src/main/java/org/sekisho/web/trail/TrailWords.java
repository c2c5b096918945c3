package org.sekisho.web.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.domain.trail.TrailEventRow.Who;
import org.sekisho.ejb.shared.Phrases;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;
import org.sekisho.web.text.Words;

/** Events in words: what was done, by whom, about what, and where that is shown. */
@Named("trailWords")
@RequestScoped
public class TrailWords {

    private static final String ACT = "trail-act.";
    private static final int SHORT_ID = 8;

    /** The page of a subject, where it has one. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("agreement", "/agreement?id="),
            Map.entry("person", "/person?id="),
            Map.entry("organisation", "/organisation?id="),
            Map.entry("role", "/role?id="),
            Map.entry("engagement", "/audit?id="),
            Map.entry("audit-request", "/audit-request?id="),
            Map.entry("audit-finding", "/audit-finding?id="),
            Map.entry("corrective-action", "/corrective-action?id="),
            Map.entry("sample", "/audit-sample?id="),
            Map.entry("sample-item", "/audit-sample-item?id="),
            Map.entry("import", "/people-import?id="),
            Map.entry("report-import", "/report-import?id="),
            Map.entry("event", "/trail-event?id="));

    /** What a reader needs so that such a page opens, if its row is theirs; the others open to everyone who reads the trail. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("agreement", "agreement:read"),
            Map.entry("person", "person:list"),
            Map.entry("role", "role:read"),
            Map.entry("engagement", "audit:read"),
            Map.entry("audit-request", "audit:read"),
            Map.entry("audit-finding", "finding:read"),
            Map.entry("corrective-action", "finding:read"),
            Map.entry("sample", "audit:request"),
            Map.entry("sample-item", "audit:request"),
            Map.entry("import", "person:import"),
            Map.entry("report-import", "report-import:run"));

    @Inject
    private Say say;

    @Inject
    private Me me;

    /** What was done: "Signed an agreement". */
    public String act(String act) {
        return known(ACT + act).orElse(act);
    }

    /** What happened, in the past tense: "Signed". */
    public String happened(String event) {
        return known("happened." + event).orElse(event);
    }

    /** What happened, all of it; the act where nothing did. */
    public String news(TrailEventRow row) {
        return row.events().isEmpty()
                ? act(row.act())
                : row.events().stream().distinct().map(this::happened).collect(Collectors.joining(say.getComma()));
    }

    /** Who acted, as far as the reader may know. */
    public String who(Who who) {
        if (who.system().isPresent()) {
            return known("trail-job." + who.system().get()).orElse(who.actor());
        }
        if (who.name().isPresent()) {
            return say.name(who.name().get());
        }
        if (who.person().isEmpty()) {
            return say.text("trail.anonymous", Map.of());
        }
        return who.organisation()
                .map(party -> say.text("trail.somebody", Map.of("organisation", say.name(party.name()))))
                .orElseGet(() -> say.text("trail.somebody-unknown", Map.of()));
    }

    /** The kind of what it is about: "Agreement". */
    public String kind(Subject subject) {
        return known("trail-subject." + subject.kind()).orElse(subject.kind());
    }

    /** Which one it is about: a number, a name, or the beginning of its id. */
    public String which(TrailEventRow row) {
        return row.subjectName()
                .map(say::name)
                .or(() -> row.subject()
                        .filter(subject -> subject.kind().equals("agreement"))
                        .flatMap(subject -> row.agreementNumber()))
                .or(() -> row.subject().map(subject -> subject.id().toString().substring(0, SHORT_ID) + "…"))
                .orElse("");
    }

    /** The address of the subject's page; empty where there is none, or none for this reader. */
    public String page(TrailEventRow row) {
        return row.subject()
                .filter(subject -> opens(subject, row))
                .map(subject -> PAGES.get(subject.kind()) + subject.id())
                .orElse("");
    }

    private boolean opens(Subject subject, TrailEventRow row) {
        String needed = NEEDED.get(subject.kind());
        if (!PAGES.containsKey(subject.kind()) || needed != null && !me.can(needed)) {
            return false;
        }
        return switch (subject.kind()) {
            case "agreement" -> row.agreementNumber().isPresent();
            case "import" -> row.who()
                    .person()
                    .filter(me.getAccount().person()::equals)
                    .isPresent();
            case "report-import" -> row.who()
                    .organisation()
                    .filter(party -> party.id().equals(me.getAccount().organisation()))
                    .isPresent();
            case "event" -> true;
            default -> row.subjectName().isPresent();
        };
    }

    /** The class of an outcome's chip. */
    public String tone(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "chip-good";
            case REFUSED -> "chip-bad";
            case FAILED -> "chip-high";
        };
    }

    /** Acts whose words in the reader's language hold these. */
    Set<String> actsSaying(String words) {
        Phrases phrases = Words.in(me.getLocale());
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return phrases.keys().stream()
                .filter(key -> key.startsWith(ACT))
                .filter(key -> phrases.text(key).toLowerCase(Locale.ROOT).contains(wanted))
                .map(key -> key.substring(ACT.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The sorts of acts, by name. */
    List<String> areas() {
        return Words.in(me.getLocale()).keys().stream()
                .filter(key -> key.startsWith("trail-area."))
                .map(key -> key.substring("trail-area.".length()))
                .toList();
    }

    String area(String area) {
        return known("trail-area." + area).orElse(area);
    }

    private Optional<String> known(String key) {
        return Words.in(me.getLocale()).find(key);
    }
}
