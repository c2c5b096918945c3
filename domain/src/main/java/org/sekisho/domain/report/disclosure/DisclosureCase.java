package org.sekisho.domain.report.disclosure;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Sides;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/**
 * A flaw in a product of somebody outside, on its way to those who can mend it: the receiving body or the developer is told, JPCERT/CC
 * coordinates, a day of publication is set. Its institution alone sees it, and designated authorities once it is shown to them.
 */
@Entity
@Table(name = "disclosure_case")
public class DisclosureCase {

    /** The word for it in the trail. */
    public static final String KIND = "disclosure";

    /** As JVN writes them: {@code JVN#12345678}, {@code JVNVU#12345678}, {@code JVNTA#12345678}. */
    private static final Pattern JVN = Pattern.compile("JVN(VU|TA)?#[0-9]{8}");

    private static final int MOST_CVES = 20;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    /** Kept here too, because an authority that reads the case needn't see the report. */
    @Column(name = "report_number", nullable = false, updatable = false)
    private int reportNumber;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private DisclosureState state;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "state_at", nullable = false)
    private Instant stateAt;

    @Column(name = "jvn", nullable = false)
    private String jvn;

    @Column(name = "cves", nullable = false)
    private String cves;

    @Column(name = "publish_on")
    private @Nullable LocalDate publishOn;

    @Column(name = "shown_at")
    private @Nullable Instant shownAt;

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("takenAt, id")
    private List<DisclosureStep> steps = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected DisclosureCase() {}

    /** Opens a case about what a report found in somebody else's product; somebody has to have looked at it, and not thrown it out. */
    public DisclosureCase(Report about, Actor actor, Instant now) {
        this.id = Ids.next();
        this.report = about.id();
        this.reportNumber = about.number();
        this.organisation = about.organisation();
        this.agreement = about.agreement();
        requireOwner(actor);
        Checks.check(
                DisclosureState.mayBegin(about.state()), DisclosureError.REPORT_UNFIT, Map.of("state", about.state()));
        this.state = DisclosureState.PREPARED;
        this.openedAt = now;
        this.stateAt = now;
        this.jvn = "";
        this.cves = "";
        step(DisclosureStep.Kind.OPENED, actor, now);
    }

    /** Seals what it is about. */
    public DisclosureContent keep(DisclosureContent.Words words, Vault vault) {
        return new DisclosureContent(this, words, vault);
    }

    /** What its opening is in the trail. */
    public DomainEvent opened() {
        return event("disclosure.opened").build();
    }

    /**
     * Somebody outside was told.
     *
     * @param day on which they were
     * @param note by what it goes there, and who took it; may be empty
     */
    public DomainEvent told(Actor actor, NotifiedParty party, LocalDate day, String note, Vault vault, Instant now) {
        requireOwner(actor);
        Checks.check(!day.isAfter(Days.of(now)), DisclosureError.DAY_AHEAD);
        DisclosureState next =
                party == NotifiedParty.JPCERT_CC ? DisclosureState.COORDINATED : DisclosureState.NOTIFIED;
        boolean further = state.compareTo(next) < 0;
        Checks.check(state.isOpen(), DisclosureError.WRONG_STATE, Map.of("state", state, "next", next));
        if (further) {
            become(next, now);
        }
        step(DisclosureStep.Kind.NOTIFIED, actor, now).told(party).on(day).noted(note, vault);
        return event("disclosure.notified")
                .with("party", party)
                .with("day", day)
                .build();
    }

    /**
     * Somebody who was told has answered.
     *
     * @param day on which they did
     * @param note what they said
     */
    public DomainEvent answered(
            Actor actor, NotifiedParty party, LocalDate day, String note, Vault vault, Instant now) {
        requireOwner(actor);
        requireOpen();
        LocalDate first = contact(party).told().orElseThrow(() -> new Refusal(DisclosureError.NOT_TOLD));
        Checks.check(!day.isAfter(Days.of(now)), DisclosureError.DAY_AHEAD);
        Checks.check(!day.isBefore(first), DisclosureError.ANSWER_BEFORE_TOLD, Map.of("day", first));
        step(DisclosureStep.Kind.ANSWERED, actor, now).told(party).on(day).because(note, vault);
        return event("disclosure.answered")
                .with("party", party)
                .with("day", day)
                .build();
    }

    /** The numbers that it has by now; what is empty hasn't one yet. */
    public DomainEvent number(Actor actor, String jvnNumber, Collection<String> cveNumbers, Instant now) {
        requireOwner(actor);
        requireOpen();
        String number = Checks.optionalText(jvnNumber, "jvn", 20);
        Checks.check(
                number.isEmpty() || JVN.matcher(number).matches(),
                DisclosureError.JVN_MALFORMED,
                Map.of("value", number));
        Checks.check(cveNumbers.size() <= MOST_CVES, DisclosureError.CVE_MALFORMED, Map.of("value", MOST_CVES));
        for (String each : cveNumbers) {
            Checks.check(CveId.find(each).isPresent(), DisclosureError.CVE_MALFORMED, Map.of("value", each));
        }
        jvn = number;
        cves = String.join(",", cveNumbers);
        step(DisclosureStep.Kind.NUMBERED, actor, now).numbered(jvn, cves);
        return event("disclosure.numbered").build();
    }

    /**
     * Sets, or moves, the day of publication, as it was agreed.
     *
     * @param embargo in effect on the report, which has to be over by then
     */
    public DomainEvent schedule(Actor actor, LocalDate day, Optional<Embargo> embargo, Instant now) {
        requireOwner(actor);
        requireOpen();
        Checks.check(!day.isBefore(Days.of(now)), DisclosureError.DAY_PAST);
        requireOver(embargo, day);
        publishOn = day;
        step(DisclosureStep.Kind.SCHEDULED, actor, now).on(day);
        return event("disclosure.scheduled").with("day", day).build();
    }

    /** Lets designated authorities read it. That can't be taken back. */
    public DomainEvent show(Actor actor, Instant now) {
        requireOwner(actor);
        Checks.check(shownAt == null, DisclosureError.SHOWN_ALREADY);
        shownAt = now;
        step(DisclosureStep.Kind.SHOWN, actor, now);
        return event("disclosure.shown").build();
    }

    /**
     * It was published.
     *
     * @param embargo in effect on the report: what came out before its end is a breach, and reported as one first
     */
    public DomainEvent publish(Actor actor, LocalDate day, Optional<Embargo> embargo, Instant now) {
        requireOwner(actor);
        Checks.check(!day.isAfter(Days.of(now)), DisclosureError.DAY_AHEAD);
        requireOver(embargo, day);
        become(DisclosureState.PUBLISHED, now);
        publishOn = day;
        step(DisclosureStep.Kind.PUBLISHED, actor, now).on(day);
        return event("disclosure.published").with("day", day).build();
    }

    /** It isn't pursued, with the reason. */
    public DomainEvent withdraw(Actor actor, String reason, Vault vault, Instant now) {
        requireOwner(actor);
        become(DisclosureState.WITHDRAWN, now);
        step(DisclosureStep.Kind.WITHDRAWN, actor, now).because(reason, vault);
        return event("disclosure.withdrawn").build();
    }

    /** Whether the actor works on cases of the institution. */
    public static boolean worksOn(Actor actor, UUID owner) {
        return Sides.of(actor, owner).filter(Side.INSTITUTION_SECURITY::equals).isPresent();
    }

    private void requireOwner(Actor actor) {
        if (!worksOn(actor, organisation)) {
            throw new Refusal(DisclosureError.OWNER_ONLY);
        }
    }

    private static void requireOver(Optional<Embargo> embargo, LocalDate day) {
        embargo.filter(each -> !each.isOverOn(day)).ifPresent(each -> {
            throw new Refusal(DisclosureError.UNDER_EMBARGO, Map.of("first", each.firstFreeDay()));
        });
    }

    private void requireOpen() {
        Checks.check(state.isOpen(), DisclosureError.WRONG_STATE, Map.of("state", state, "next", state));
    }

    private void become(DisclosureState next, Instant now) {
        state.requireBecomes(next, DisclosureError.WRONG_STATE);
        state = next;
        stateAt = now;
    }

    private DisclosureStep step(DisclosureStep.Kind kind, Actor actor, Instant now) {
        DisclosureStep step = new DisclosureStep(this, kind, actor, now);
        steps.add(step);
        return step;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("organisation", organisation)
                .with("agreement", agreement)
                .with("report", report);
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    /** Within its organisation, as people say it. */
    public int reportNumber() {
        return reportNumber;
    }

    public UUID organisation() {
        return organisation;
    }

    public UUID agreement() {
        return agreement;
    }

    public DisclosureState state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Its number at JVN; empty until it has one. */
    public String jvn() {
        return jvn;
    }

    public List<String> cves() {
        return cves.isEmpty() ? List.of() : List.of(cves.split(","));
    }

    /** The day of publication, set or past. */
    public Optional<LocalDate> publishOn() {
        return Optional.ofNullable(publishOn);
    }

    /** Since when designated authorities read it. */
    public Optional<Instant> shownAt() {
        return Optional.ofNullable(shownAt);
    }

    /**
     * How things stand with somebody outside.
     *
     * @param told on which day they were told first
     * @param answered on which day they answered last
     */
    public record Contact(NotifiedParty party, Optional<LocalDate> told, Optional<LocalDate> answered) {}

    /** How things stand with one of those outside. */
    public Contact contact(NotifiedParty party) {
        return new Contact(
                party,
                days(party, DisclosureStep.Kind.NOTIFIED).min(Comparator.naturalOrder()),
                days(party, DisclosureStep.Kind.ANSWERED).max(Comparator.naturalOrder()));
    }

    private Stream<LocalDate> days(NotifiedParty party, DisclosureStep.Kind kind) {
        return steps.stream()
                .filter(each -> each.kind() == kind
                        && each.notified().filter(party::equals).isPresent())
                .flatMap(each -> each.day().stream());
    }

    /** Everything that happened, from the opening. */
    public List<DisclosureStep> steps() {
        return Collections.unmodifiableList(steps);
    }
}
