package org.sekisho.domain.party.person;

import static org.sekisho.domain.party.person.AffiliationKind.COMMISSIONING;
import static org.sekisho.domain.party.person.AffiliationKind.HOME;
import static org.sekisho.domain.party.person.AffiliationKind.HOST;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * Somebody with an account. A person is invited, accepts, may be locked and unlocked, and is deactivated in the end, never deleted.
 * The address lies in a mail domain of the one home organisation; a secondee has a host besides, a contractor a commissioning
 * organisation, and what was left stays on record because it counts for two more years.
 */
@Entity
@Table(name = "person")
public class Person {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "email", nullable = false)
    private String email;

    @Column(name = "name_en", nullable = false)
    private String nameEn;

    @Column(name = "name_ja", nullable = false)
    private String nameJa;

    @Enumerated(EnumType.STRING)
    @Column(name = "language", nullable = false)
    private ReadingLanguage language;

    @Column(name = "shortcuts", nullable = false)
    private boolean shortcuts;

    @Column(name = "home_organisation_id", nullable = false)
    private UUID home;

    @Embedded
    private AccountStanding standing;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @OneToMany(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @OrderBy("firstDay, id")
    private List<Affiliation> affiliations = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Person() {}

    /**
     * Invites somebody.
     *
     * @param email within the mail domains of the home organisation; unique, which the repository keeps
     * @throws Refusal with {@link PartyError#EMAIL_OUTSIDE_DOMAINS} or
     *     {@link PartyError#ORGANISATION_CLOSED}
     */
    public Person(EmailAddress email, Name name, ReadingLanguage language, Organisation home, Actor by, Instant now) {
        home.requireActive();
        home.requireDomainOf(email);
        this.id = Ids.next();
        this.email = email.toString();
        this.nameEn = name.en();
        this.nameJa = name.ja();
        this.language = Checks.require(language, "language");
        this.shortcuts = true;
        this.home = home.id();
        this.standing = new AccountStanding(PersonState.INVITED, "", by.name(), now);
        this.createdAt = now;
        affiliations.add(new Affiliation(this, this.home, HOME, Days.of(now), null));
    }

    /** That the person was invited, for the trail. */
    public DomainEvent invited() {
        return event("person.invited")
                .with("organisation", home)
                .personal("email", email)
                .build();
    }

    /** The person accepted the invitation. */
    public DomainEvent activate(Instant now) {
        become(PersonState.ACTIVE, Set.of(PersonState.INVITED), "", "person:" + id, now);
        return event("person.activated").build();
    }

    /** Shuts the account until it is unlocked. The caller ends its sessions in the same transaction. */
    public DomainEvent lock(Actor by, @Nullable String reason, Instant now) {
        requireOther(by);
        String words = Checks.requireText(reason, "reason", REASON_LIMIT);
        become(PersonState.LOCKED, Set.of(PersonState.ACTIVE), words, by.name(), now);
        return event("person.locked").personal("reason", words).build();
    }

    public DomainEvent unlock(Actor by, Instant now) {
        requireOther(by);
        become(PersonState.ACTIVE, Set.of(PersonState.LOCKED), "", by.name(), now);
        return event("person.unlocked").build();
    }

    /** Ends the account. The caller ends its sessions and roles in the same transaction. */
    public DomainEvent deactivate(Actor by, @Nullable String reason, Instant now) {
        requireOther(by);
        String words = Checks.requireText(reason, "reason", REASON_LIMIT);
        Set<PersonState> open = EnumSet.complementOf(EnumSet.of(PersonState.DEACTIVATED));
        become(PersonState.DEACTIVATED, open, words, by.name(), now);
        return event("person.deactivated").personal("reason", words).build();
    }

    /**
     * Invites somebody again whose account was ended. Roles don't come back: they are asked for anew. The caller clears the
     * credential in the same transaction.
     */
    public DomainEvent reinstate(Organisation organisation, Actor by, @Nullable String reason, Instant now) {
        requireOther(by);
        requireHome(organisation);
        organisation.requireActive();
        String words = Checks.requireText(reason, "reason", REASON_LIMIT);
        become(PersonState.INVITED, Set.of(PersonState.DEACTIVATED), words, by.name(), now);
        return event("person.reinstated").personal("reason", words).build();
    }

    public DomainEvent rename(Name name) {
        nameEn = name.en();
        nameJa = name.ja();
        return event("person.renamed")
                .personal("nameEn", nameEn)
                .personal("nameJa", nameJa)
                .build();
    }

    /** Chooses the language of pages and mails. */
    public DomainEvent chooseLanguage(ReadingLanguage chosen) {
        language = Checks.require(chosen, "language");
        return event("person.language-chosen").with("language", language.tag()).build();
    }

    /** Chooses whether single letters act on pages: who speaks to a machine or hits keys by mistake does without. */
    public DomainEvent chooseShortcuts(boolean chosen) {
        shortcuts = chosen;
        return event("person.shortcuts-chosen")
                .with("shortcuts", Boolean.toString(chosen))
                .build();
    }

    /** Gives the person another address within the home organisation. */
    public DomainEvent changeEmail(EmailAddress address, Organisation organisation) {
        requireNotDeactivated();
        requireHome(organisation);
        organisation.requireDomainOf(address);
        email = address.toString();
        return event("person.email-changed").personal("email", email).build();
    }

    /**
     * The person leaves the home organisation for another, today. Secondments and commissions from the old one end with it, and the
     * person accepts a new invitation at the new address: else whoever moves an account could sign in with it there. The caller ends
     * roles and sessions and clears the credential in the same transaction.
     */
    public DomainEvent move(Organisation to, EmailAddress address, Actor by, Instant now) {
        requireOther(by);
        requireNotDeactivated();
        Checks.check(!to.id().equals(home), PartyError.SAME_HOME);
        to.requireActive();
        to.requireDomainOf(address);
        UUID from = home;
        LocalDate today = Days.of(now);
        affiliations.removeIf(affiliation -> affiliation.firstDay().isAfter(today));
        affiliations.forEach(affiliation -> affiliation.endOn(today.minusDays(1)));
        affiliations.add(new Affiliation(this, to.id(), HOME, today, null));
        home = to.id();
        email = address.toString();
        if (state() != PersonState.INVITED) {
            become(PersonState.INVITED, EnumSet.of(PersonState.ACTIVE, PersonState.LOCKED), "", by.name(), now);
        }
        return event("person.moved")
                .with("from", from)
                .with("to", home)
                .personal("email", email)
                .build();
    }

    /**
     * Somebody else's organisation takes the person in as a secondee.
     *
     * @param lastDay the last day, or null while no end is known
     */
    public DomainEvent second(Organisation host, LocalDate firstDay, @Nullable LocalDate lastDay) {
        affiliate(host, HOST, firstDay, lastDay);
        return affiliated("person.seconded", host.id(), firstDay, lastDay);
    }

    /** Another organisation commissions the person, who is staff of a contractor. */
    public DomainEvent commission(Organisation client, LocalDate firstDay, @Nullable LocalDate lastDay) {
        affiliate(client, COMMISSIONING, firstDay, lastDay);
        return affiliated("person.commissioned", client.id(), firstDay, lastDay);
    }

    /**
     * Ends a secondment or commission. The caller ends the roles at that organisation when the day has passed.
     *
     * @throws Refusal with {@link PartyError#NO_AFFILIATION} when no such one covers the day
     */
    public DomainEvent endAffiliation(UUID organisation, AffiliationKind kind, LocalDate lastDay) {
        Affiliation affiliation = affiliations.stream()
                .filter(each -> kind != HOME
                        && each.kind() == kind
                        && each.organisation().equals(organisation))
                .filter(each -> each.isCurrent(lastDay))
                .findFirst()
                .orElseThrow(() -> new Refusal(PartyError.NO_AFFILIATION));
        affiliation.endOn(lastDay);
        return affiliated("person.affiliation-ended", organisation, affiliation.firstDay(), lastDay);
    }

    /** Refuses what isn't done with a deactivated account. */
    public void requireNotDeactivated() {
        Checks.check(state() != PersonState.DEACTIVATED, PartyError.PERSON_DEACTIVATED);
    }

    private void affiliate(
            Organisation organisation, AffiliationKind kind, LocalDate firstDay, @Nullable LocalDate lastDay) {
        requireNotDeactivated();
        organisation.requireActive();
        Checks.check(!organisation.id().equals(home), PartyError.SAME_HOME);
        boolean free = affiliations.stream().noneMatch(each -> each.kind() == kind && each.overlaps(firstDay, lastDay));
        Checks.check(free, PartyError.AFFILIATION_OVERLAPS);
        affiliations.add(new Affiliation(this, organisation.id(), kind, firstDay, lastDay));
    }

    private DomainEvent affiliated(String name, UUID organisation, LocalDate first, @Nullable LocalDate last) {
        return event(name)
                .with("organisation", organisation)
                .with("first", first)
                .with("last", last)
                .build();
    }

    private void become(PersonState next, Set<PersonState> from, String reason, String by, Instant now) {
        standing = standing.become(next, from, reason, by, now);
    }

    private void requireOther(Actor by) {
        Checks.check(by.person().filter(id::equals).isEmpty(), PartyError.OWN_ACCOUNT);
    }

    private void requireHome(Organisation organisation) {
        if (!organisation.id().equals(home)) {
            throw new IllegalArgumentException("Not the home of person " + id + ": " + organisation.id());
        }
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "person", id);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public EmailAddress email() {
        return EmailAddress.of(email);
    }

    public Name name() {
        return new Name(nameEn, nameJa);
    }

    public ReadingLanguage language() {
        return language;
    }

    /** Whether single letters act on pages. */
    public boolean shortcuts() {
        return shortcuts;
    }

    /** The home organisation. */
    public UUID home() {
        return home;
    }

    public PersonState state() {
        return standing.state();
    }

    /** The state with its reason, its day, and who brought it about. */
    public AccountStanding standing() {
        return standing;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** To which organisations the person belongs and belonged. */
    public Affiliations affiliations() {
        return new Affiliations(affiliations);
    }
}
