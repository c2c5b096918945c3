package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.DocumentHead.NamedParty;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Ids;

/** A party to an agreement, from one of its versions on, under the full name that stands in the document. */
@Entity
@Table(name = "agreement_party")
public class AgreementParty {

    /** The most characters of a party's name in one language. */
    public static final int NAME_LIMIT = 200;

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_id", nullable = false, updatable = false)
    private Agreement agreement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "organisation_kind", nullable = false, updatable = false)
    private OrganisationKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false, updatable = false)
    private PartyRole role;

    @Column(name = "name_en", nullable = false, updatable = false)
    private String nameEn;

    @Column(name = "name_ja", nullable = false, updatable = false)
    private String nameJa;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "since_version", nullable = false, updatable = false)
    private int sinceVersion;

    @Column(name = "until_version")
    private @Nullable Integer untilVersion;

    @SuppressWarnings("NullAway")
    protected AgreementParty() {}

    AgreementParty(Agreement agreement, NewParty party, int position, int sinceVersion) {
        this.id = Ids.next();
        this.agreement = agreement;
        this.organisation = party.organisation();
        this.kind = party.kind();
        this.role = party.role();
        this.nameEn = party.name().en();
        this.nameJa = party.name().ja();
        this.position = position;
        this.sinceVersion = sinceVersion;
    }

    void leaveWith(int version) {
        untilVersion = version;
    }

    /** Whether it is a party to the version with this number. */
    boolean isPartyTo(int version) {
        return sinceVersion <= version && (untilVersion == null || version < untilVersion);
    }

    NamedParty named() {
        return new NamedParty(role, name());
    }

    public UUID id() {
        return id;
    }

    public Agreement agreement() {
        return agreement;
    }

    public UUID organisation() {
        return organisation;
    }

    public OrganisationKind kind() {
        return kind;
    }

    public PartyRole role() {
        return role;
    }

    /** The full name, as the document has it. */
    public Words name() {
        return new Words(nameEn, nameJa);
    }

    /** The place among the parties of the document, from 1. */
    public int position() {
        return position;
    }

    /** The number of the first version to which it is a party. */
    public int sinceVersion() {
        return sinceVersion;
    }
}
