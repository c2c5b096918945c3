package org.sekisho.domain.report.release;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.review.Ballot;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.Vault;

/**
 * The sharing of one rendering of a report with one organisation, or with people of it by name. What leaves is made and hashed before it is
 * approved: approvals cover those bytes and nothing else. {@link ReleaseApprovals} leads to the release, {@link ReleaseReceipts} tells what the
 * recipient did with it.
 */
@Entity
@Table(name = "report_release")
public class Release {

    /** The word for it in the trail. */
    public static final String KIND = "release";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "revision_sha256", nullable = false, updatable = false)
    private String revisionHash;

    @Column(name = "recipient_id", nullable = false, updatable = false)
    private UUID recipient;

    @Enumerated(EnumType.STRING)
    @Column(name = "audience", nullable = false, updatable = false)
    private Audience audience;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false, updatable = false)
    private Role role;

    @Enumerated(EnumType.STRING)
    @Column(name = "format", nullable = false, updatable = false)
    private Format format;

    @Enumerated(EnumType.STRING)
    @Column(name = "label", nullable = false, updatable = false)
    private Tlp label;

    @Column(name = "source_withheld", nullable = false, updatable = false)
    private boolean sourceWithheld;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "size", nullable = false, updatable = false)
    private int size;

    @Column(name = "requested_by_person_id", nullable = false, updatable = false)
    private UUID requestedBy;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ReleaseState state;

    @Column(name = "state_at", nullable = false)
    private Instant stateAt;

    @Column(name = "sealed_reason")
    private byte @Nullable [] sealedReason;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "report_release_person", joinColumns = @JoinColumn(name = "release_id"))
    @Column(name = "person_id")
    private Set<UUID> people = new HashSet<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "report_release_needed", joinColumns = @JoinColumn(name = "release_id"))
    @MapKeyColumn(name = "role")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "count")
    private Map<Role, Integer> needed = new EnumMap<>(Role.class);

    @OneToMany(mappedBy = "release", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("approvedAt")
    private List<ReleaseApproval> approvals = new ArrayList<>();

    @OneToMany(mappedBy = "release", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("confirmedAt")
    private List<ReleaseReceipt> receipts = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Release() {}

    /**
     * Asks for a release.
     *
     * @param of the report, as it stands
     * @param released the bytes that would leave
     * @param askedToday how many were asked for today under the same rule
     */
    public Release(Report of, ReleaseOrder order, byte[] released, int askedToday, Actor actor, Instant now) {
        Recipient to = order.recipient();
        Checks.check(actor.isOf(of.organisation()) && actor.holds(order.role()), ReleaseError.OWNER_ONLY);
        Checks.check(!to.organisation().equals(of.organisation()), ReleaseError.TO_ONESELF);
        Checks.check(ReleaseOrder.mayLeave(of.label()), ReleaseError.LABEL_STRICT);
        Checks.check(of.label() != Tlp.RED || !to.people().isEmpty(), ReleaseError.PEOPLE_NEEDED);
        int limit = order.rule().limitPerDay();
        Checks.check(askedToday < limit, ReleaseError.DAY_LIMIT, Map.of("limit", limit));
        this.id = Ids.next();
        this.report = of.id();
        this.organisation = of.organisation();
        this.agreement = of.agreement();
        this.revisionHash = of.current().sha256();
        this.recipient = to.organisation();
        this.audience = to.audience();
        this.people.addAll(to.people());
        this.role = order.role();
        this.format = order.format();
        this.label = of.label();
        this.sourceWithheld = order.sourceWithheld();
        this.sha256 = Rendering.hash(released);
        this.size = released.length;
        this.requestedBy = actor.requirePerson();
        this.requestedAt = now;
        this.state = ReleaseState.REQUESTED;
        this.stateAt = now;
        order.rule().approvals().forEach(each -> needed.put(each.role(), each.count()));
    }

    /** Seals what leaves. */
    public ReleasedContent keep(byte[] released, Vault vault) {
        Checks.check(Rendering.hash(released).equals(sha256), ReleaseError.RENDERING_CHANGED);
        return new ReleasedContent(this, released, vault);
    }

    /** What the request is in the trail. */
    public DomainEvent requested() {
        return event("release.requested")
                .with("format", format)
                .with("label", label)
                .with("audience", audience)
                .with("revision", revisionHash)
                .with("people", people.stream().map(UUID::toString).sorted().toList())
                .build();
    }

    /** The approvals that it needs, and who gave which. */
    public ReleaseApprovals approval() {
        return new ReleaseApprovals(this, approvals);
    }

    /** What its recipient confirmed. */
    public ReleaseReceipts receipt() {
        return new ReleaseReceipts(this, receipts);
    }

    /**
     * Asks whether it would still go by the clause that is in force now: amended since, that may foresee less, or ask for more.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link ReleaseError#RULE_CHANGED}
     */
    public void requireForeseen(Optional<ExportClause> clause) {
        boolean foreseen = clause.flatMap(export -> export.rule(role, Material.REPORT, audience))
                .filter(rule -> rule.formats().contains(format))
                .filter(rule ->
                        rule.approvals().stream().allMatch(each -> needed.getOrDefault(each.role(), 0) >= each.count()))
                .isPresent();
        Checks.check(foreseen, ReleaseError.RULE_CHANGED);
    }

    /** Its organisation no longer wants it. */
    public DomainEvent withdraw(Actor actor, Instant now) {
        Checks.check(actor.isOf(organisation) && actor.holds(role), ReleaseError.OWNER_ONLY);
        become(ReleaseState.WITHDRAWN, now);
        return event("release.withdrawn").build();
    }

    /** The recipient has to destroy it, for this reason. */
    public DomainEvent recall(Actor actor, String reason, Vault vault, Instant now) {
        Checks.check(actor.isOf(organisation) && actor.holds(role), ReleaseError.OWNER_ONLY);
        become(ReleaseState.RECALLED, now);
        because(reason, vault);
        return event("release.recalled").build();
    }

    void become(ReleaseState next, Instant now) {
        state.requireBecomes(next, ReleaseError.WRONG_STATE);
        state = next;
        stateAt = now;
    }

    void because(String reason, Vault vault) {
        sealedReason = vault.sealText(place(), Checks.requireText(reason, "reason", Ballot.REASON_LIMIT));
    }

    DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("organisation", organisation)
                .with("agreement", agreement)
                .with("report", report)
                .with("recipient", recipient)
                .with("sha256", sha256);
    }

    /** What the recipient did is its own event: of the source, which may be withheld, it tells nothing. */
    DomainEvent toldByRecipient(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("recipient", recipient)
                .with("sha256", sha256)
                .build();
    }

    /** Why it was declined or recalled. */
    public Optional<String> reason(Vault vault) {
        return Optional.ofNullable(sealedReason).map(kept -> vault.openText(place(), kept));
    }

    private Vault.Place place() {
        return new Vault.Place("report_release", id, organisation).column("sealed_reason");
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    /** That owns the report. */
    public UUID organisation() {
        return organisation;
    }

    public UUID agreement() {
        return agreement;
    }

    /** Of the revision that it renders. */
    public String revisionHash() {
        return revisionHash;
    }

    public UUID recipient() {
        return recipient;
    }

    public Audience audience() {
        return audience;
    }

    /** Of whoever releases, by the rule. */
    public Role role() {
        return role;
    }

    /** By name; empty for everyone who acts for the recipient. */
    public Set<UUID> people() {
        return Collections.unmodifiableSet(people);
    }

    public Format format() {
        return format;
    }

    public Tlp label() {
        return label;
    }

    public boolean isSourceWithheld() {
        return sourceWithheld;
    }

    /** Of the bytes that leave. */
    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    public UUID requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public ReleaseState state() {
        return state;
    }

    public Instant stateAt() {
        return stateAt;
    }

    /** As the rule had it when it was asked for. */
    public List<ApprovalNeeded> needed() {
        return needed.entrySet().stream()
                .map(each -> new ApprovalNeeded(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(ApprovalNeeded::role))
                .toList();
    }
}
