package org.sekisho.domain.party.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.SharedError;

/**
 * A party of the working group, or somebody who watches or audits it. Its short name stands in addresses and never changes; its
 * mail domains are its own, and only there its people have their accounts. It is never deleted, only closed.
 */
@Entity
@Table(name = "organisation")
public class Organisation {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    private static final Pattern SHORT_NAME = Pattern.compile("(?=.{2,30}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "short_name", nullable = false, updatable = false)
    private String shortName;

    @Column(name = "name_en", nullable = false)
    private String nameEn;

    @Column(name = "name_ja", nullable = false)
    private String nameJa;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private OrganisationKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private OrganisationState state;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "organisation_mail_domain", joinColumns = @JoinColumn(name = "organisation_id"))
    @Column(name = "domain", nullable = false)
    private Set<String> mailDomains = new HashSet<>();

    @Column(name = "link_key")
    private @Nullable String linkKey;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway")
    protected Organisation() {}

    /**
     * A new, active organisation without mail domains.
     *
     * @param name in both languages
     * @param shortName 2 to 30 of {@code [a-z0-9-]}, with a letter or digit at both ends; unique, which the repository keeps
     * @throws org.sekisho.domain.shared.Refusal with {@link PartyError#SHORT_NAME_MALFORMED}, or because something is missing
     */
    public Organisation(@Nullable String shortName, Name name, OrganisationKind kind, Instant now) {
        this.id = Ids.next();
        this.shortName = Checks.requireText(shortName, "shortName", 30);
        Checks.check(SHORT_NAME.matcher(this.shortName).matches(), PartyError.SHORT_NAME_MALFORMED);
        requireBoth(name);
        this.nameEn = name.en();
        this.nameJa = name.ja();
        this.kind = Checks.require(kind, "kind");
        this.state = OrganisationState.ACTIVE;
        this.createdAt = now;
    }

    /** That the organisation was registered, for the trail. */
    public DomainEvent registered() {
        return event("organisation.registered").with("kind", kind).build();
    }

    /** Changes what the organisation is called, in both languages: agreements name it in both. */
    public DomainEvent rename(Name name) {
        requireBoth(name);
        nameEn = name.en();
        nameJa = name.ja();
        return event("organisation.renamed")
                .with("nameEn", nameEn)
                .with("nameJa", nameJa)
                .build();
    }

    /**
     * Says in which domains the organisation's people have their addresses, in place of those before. Whoever commands a domain can
     * receive the links of accounts in it; so once the organisation has had an administrator, only its own administrators add one.
     *
     * @param hadAdministrator whether somebody ever was an administrator of the organisation
     * @param takenByOther whether a domain belongs to another organisation
     * @param inUse whether a person of this organisation has an address in a domain
     * @throws org.sekisho.domain.shared.Refusal with one of the {@code MAIL_DOMAIN_…} codes of {@link PartyError}
     */
    public DomainEvent useMailDomains(
            Set<MailDomain> domains,
            Actor by,
            boolean hadAdministrator,
            Predicate<MailDomain> takenByOther,
            Predicate<MailDomain> inUse) {
        boolean installs = by.isSystem() || by.administersInstallation();
        Checks.check(installs || by.administers(id), SharedError.NOT_FOUND);
        Set<MailDomain> before = mailDomains();
        boolean adds = !before.containsAll(domains);
        Checks.check(!adds || by.administers(id) || !hadAdministrator, PartyError.MAIL_DOMAIN_ADDED_BY_OWN);
        for (MailDomain domain : domains) {
            Checks.check(!takenByOther.test(domain), PartyError.MAIL_DOMAIN_TAKEN, Map.of("domain", domain.readable()));
        }
        for (MailDomain domain : before) {
            boolean stays = domains.contains(domain) || !inUse.test(domain);
            Checks.check(stays, PartyError.MAIL_DOMAIN_IN_USE, Map.of("domain", domain.readable()));
        }
        SortedSet<String> names = new TreeSet<>();
        domains.forEach(domain -> names.add(domain.name()));
        mailDomains.retainAll(names);
        mailDomains.addAll(names);
        return event("organisation.mail-domains-changed")
                .with("domains", List.copyOf(names))
                .build();
    }

    /**
     * Records the key to which links are sealed where there is no mail and nobody here to hand them over. Whoever holds its other half can
     * become somebody here; so once the organisation has had an administrator, only its own administrators replace it.
     *
     * @param hadAdministrator whether somebody ever was an administrator of the organisation
     * @param pem as {@link LinkKey#ofPem} reads it
     * @throws org.sekisho.domain.shared.Refusal with {@link PartyError#LINK_KEY_BY_OWN} or {@link PartyError#LINK_KEY_MALFORMED}
     */
    public DomainEvent useLinkKey(String pem, Actor by, boolean hadAdministrator) {
        Checks.check(by.administersInstallation() || by.administers(id), SharedError.NOT_FOUND);
        Checks.check(by.administers(id) || !hadAdministrator, PartyError.LINK_KEY_BY_OWN);
        LinkKey key = LinkKey.ofPem(pem);
        linkKey = key.encoded();
        return event("organisation.link-key-changed")
                .with("fingerprint", key.fingerprint())
                .build();
    }

    /**
     * The organisation leaves: nobody acts for it from the next request on.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link PartyError#ONE_SECRETARIAT}: without a secretariat nobody could undo it
     */
    public DomainEvent close(Actor by, @Nullable String reason) {
        Checks.check(kind != OrganisationKind.SECRETARIAT, PartyError.ONE_SECRETARIAT);
        String words = Checks.requireText(reason, "reason", REASON_LIMIT);
        become(OrganisationState.CLOSED);
        return event("organisation.closed")
                .with("by", by.name())
                .personal("reason", words)
                .build();
    }

    /** The organisation is back. */
    public DomainEvent reopen(Actor by, @Nullable String reason) {
        String words = Checks.requireText(reason, "reason", REASON_LIMIT);
        become(OrganisationState.ACTIVE);
        return event("organisation.reopened")
                .with("by", by.name())
                .personal("reason", words)
                .build();
    }

    /** Refuses unless the organisation takes part. */
    public void requireActive() {
        Checks.check(isActive(), PartyError.ORGANISATION_CLOSED);
    }

    /** Refuses an address outside the organisation's mail domains; a subdomain of one of them is outside. */
    public void requireDomainOf(EmailAddress email) {
        Checks.check(
                mailDomains.contains(email.domain().name()),
                PartyError.EMAIL_OUTSIDE_DOMAINS,
                Map.of("domain", email.domain().readable(), "organisation", shortName));
    }

    private static void requireBoth(Name name) {
        Checks.requireText(name.en(), "nameEn", Name.LIMIT);
        Checks.requireText(name.ja(), "nameJa", Name.LIMIT);
    }

    private void become(OrganisationState next) {
        state.requireBecomes(next, PartyError.ORGANISATION_STATE);
        state = next;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "organisation", id).with("shortName", shortName);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public String shortName() {
        return shortName;
    }

    public Name name() {
        return new Name(nameEn, nameJa);
    }

    public OrganisationKind kind() {
        return kind;
    }

    public OrganisationState state() {
        return state;
    }

    public boolean isActive() {
        return state == OrganisationState.ACTIVE;
    }

    /** The domains in which the organisation's people have their addresses. */
    public Set<MailDomain> mailDomains() {
        return mailDomains.stream().map(MailDomain::new).collect(Collectors.toUnmodifiableSet());
    }

    /** To what links are sealed where nobody of the organisation can hand them over. */
    public Optional<LinkKey> linkKey() {
        return Optional.ofNullable(linkKey).map(LinkKey::new);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
