package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreement;
import org.sekisho.domain.agreement.AgreementDirectory;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.AgreementVersions;
import org.sekisho.domain.agreement.AgreementView;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.SuspensionCause;
import org.sekisho.domain.agreement.SuspensionRow;
import org.sekisho.domain.agreement.TimelineFilter;
import org.sekisho.domain.agreement.TimelineRow;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.comparison.VersionComparison;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Reading agreements. What one may not see is {@link SharedError#NOT_FOUND}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AgreementService {

    private static final String AGREEMENT = "agreement";

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private AgreementVersions versions;

    @Inject
    private AgreementDirectory directory;

    @Inject
    private Entrance entrance;

    /** Agreements that the actor may see. Sorts: {@code number} (the list's own), {@code state}, {@code receiver}, {@code lastDay}. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<AgreementRow> list(AgreementFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** One agreement with its versions and suspensions. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public AgreementView one(@About(AGREEMENT) UUID agreement) {
        return one(directory.find(agreement));
    }

    /** The agreement with this number, {@code AGR-2026-0004}. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public UUID findByNumber(String number) {
        return one(directory.findByNumber(number));
    }

    /** One version with clauses, parties, signatures and internal approvals; levels of approvals for the own organisation only. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public VersionView version(@About(AGREEMENT) UUID agreement, int number) {
        return one(directory.findVersion(agreement, number));
    }

    /**
     * Versions of an agreement, the newest first. Sorts: {@code number} (the list's own), {@code state}, {@code drafted},
     * {@code governs}.
     *
     * @param states any of these; empty for all
     */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<VersionRow> versions(@About(AGREEMENT) UUID agreement, Set<VersionState> states, PageRequest page) {
        agreements.require(agreement);
        return directory.versions(agreement, states, page);
    }

    /**
     * Suspensions of an agreement, the latest first. Sorts: {@code began} (the list's own), {@code cause}, {@code organisation}.
     *
     * @param cause only those of this one; empty for all
     */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<SuspensionRow> suspensions(
            @About(AGREEMENT) UUID agreement, Optional<SuspensionCause> cause, PageRequest page) {
        agreements.require(agreement);
        return directory.suspensions(agreement, cause, page);
    }

    /** The text of a version in both languages: as it was fixed, or as it would be fixed now. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public AgreementText text(@About(AGREEMENT) UUID agreement, int number) {
        AgreementVersion version = versions.require(agreement, number);
        return new AgreementText(
                agreement, number, version.contentHash(), version.document(Language.EN), version.document(Language.JA));
    }

    /**
     * A version's document for paper, in one language; reading it away from the portal is recorded.
     *
     * @param language of the text
     */
    @Permission("agreement:read")
    public AgreementPdf download(@About(AGREEMENT) UUID agreement, int number, Language language) {
        AgreementRow row = one(directory.find(agreement)).row();
        VersionView version = one(directory.findVersion(agreement, number));
        return new AgreementPrint(row, version, language, act.now())
                .of(versions.require(agreement, number).document(language));
    }

    /** What is signed, byte for byte in UTF-8; {@link SharedError#NOT_FOUND} before it is fixed. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public String content(@About(AGREEMENT) UUID agreement, int number) {
        return one(directory.content(agreement, number));
    }

    /** The clauses that govern, or governed last; before any did, those of the newest version. In the document's order. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public List<Clause> clauses(@About(AGREEMENT) UUID agreement) {
        Agreement found = agreements.require(agreement);
        return found.governing().orElseGet(found::latest).clauses();
    }

    /** Any two versions side by side, text in one language. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public VersionComparison compare(@About(AGREEMENT) UUID agreement, int before, int after, Language language) {
        return VersionComparison.of(versions.require(agreement, before), versions.require(agreement, after), language);
    }

    /** What was done with the agreement, the newest first, by whomever; internal approvals of the own organisation only. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<TimelineRow> timeline(@About(AGREEMENT) UUID agreement, TimelineFilter filter, PageRequest page) {
        agreements.require(agreement);
        Optional<UUID> own = act.actor().organisation();
        return entrance.withReachOf(SystemReach.TIMELINE, () -> directory.timeline(agreement, own, filter, page));
    }

    private static <T> T one(Optional<T> found) {
        return found.orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }
}
