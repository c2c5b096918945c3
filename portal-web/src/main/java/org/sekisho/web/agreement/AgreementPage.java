package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.AgreementView;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.ResumptionSide;
import org.sekisho.domain.agreement.SuspensionCause;
import org.sekisho.domain.agreement.SuspensionRow;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.shared.Me;

/** One agreement, as the address names it: what stands above its tabs, and what each of them starts from. */
@Named
@RequestScoped
public class AgreementPage {

    private static final List<String> TABS =
            List.of("overview", "document", "clauses", "versions", "people", "environments", "phases", "timeline");

    @Inject
    private AgreementService agreements;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable AgreementView view;
    private @Nullable VersionView version;

    /** The agreement that the address names, as {@code id} on its own page and as {@code agreement} on others. */
    public UUID getId() {
        String given = request.getParameter("id");
        return parse(given == null ? request.getParameter("agreement") : given);
    }

    /** Reads an identifier of the address; what can't be read leads nowhere. */
    static UUID parse(@Nullable String given) {
        try {
            return UUID.fromString(given == null ? "" : given);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }

    public AgreementView getView() {
        if (view == null) {
            view = agreements.one(getId());
        }
        return view;
    }

    public AgreementRow getRow() {
        return getView().row();
    }

    public List<String> getTabs() {
        return TABS;
    }

    /** The tab that the address names; grants and environments have addresses of their own besides. */
    public String getTab() {
        String address = request.getRequestURI();
        if (address.startsWith("/grants")) {
            return "people";
        } else if (address.startsWith("/environments")) {
            return "environments";
        }
        String given = request.getParameter("tab");
        return given != null && TABS.contains(given) ? given : TABS.get(0);
    }

    /** The version that the address names; else the one that is prepared or governs last. */
    public int getNumber() {
        String given = request.getParameter("version");
        if (given != null && given.matches("[0-9]{1,4}")) {
            return Integer.parseInt(given);
        }
        return getTab().equals("clauses") || getTab().equals("versions")
                ? getRow().latest()
                : getRow().governing().orElse(getRow().latest());
    }

    public VersionView getVersion() {
        if (version == null) {
            version = agreements.version(getId(), getNumber());
        }
        return version;
    }

    /** The newest version: the one that acts of negotiation and signing concern. */
    public VersionRow getLatest() {
        return getView().versions().stream()
                .filter(each -> each.number() == getRow().latest())
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The suspension that stands; one that an agreement's end overtook stands no more. */
    public Optional<SuspensionRow> getSuspension() {
        return getView().suspensions().stream()
                .filter(each -> isSuspended() && each.endedAt().isEmpty())
                .findFirst();
    }

    /** Whether the person may be offered to agree to resuming: their side hasn't yet. */
    public boolean isResumable() {
        return me.can("agreement:resume")
                && mySide().isPresent()
                && getSuspension()
                        .filter(each -> each.cause() == SuspensionCause.DECISION)
                        .filter(each -> !each.agreedSide().equals(mySide()))
                        .isPresent();
    }

    private Optional<ResumptionSide> mySide() {
        Optional<PartyRole> mine = getRow().parties().stream()
                .filter(each -> each.organisation().equals(me.getAccount().organisation()))
                .map(PartyRow::role)
                .findFirst();
        if (mine.equals(Optional.of(PartyRole.PROVIDER))) {
            return Optional.empty();
        }
        return Optional.of(
                mine.equals(Optional.of(PartyRole.INSTITUTION_RECEIVING))
                        ? ResumptionSide.CONCERNED
                        : ResumptionSide.OVERSIGHT);
    }

    /** Whether the person acts for a party. */
    public boolean isParty() {
        return getRow().parties().stream()
                .anyMatch(each -> each.organisation().equals(me.getAccount().organisation()));
    }

    /** Whether the person coordinates this agreement: is coordinator of the secretariat that is party. */
    public boolean isCoordinator() {
        return me.can("agreement:draft")
                && getRow().parties().stream()
                        .anyMatch(each -> each.role() == PartyRole.SECRETARIAT
                                && each.organisation().equals(me.getAccount().organisation()));
    }

    /** Whether parties may comment and propose now. */
    public boolean isRoundOpen() {
        VersionRow latest = getLatest();
        return latest.state() == VersionState.NEGOTIATION
                && latest.roundClosedAt().isEmpty()
                && latest.roundEndsAt().filter(clock.instant()::isBefore).isPresent();
    }

    public boolean isDraft() {
        return getLatest().state() == VersionState.DRAFT;
    }

    public boolean isBetweenRounds() {
        return getLatest().state() == VersionState.NEGOTIATION && !isRoundOpen();
    }

    public boolean isSigning() {
        return getLatest().state() == VersionState.SIGNING || getLatest().state() == VersionState.SIGNED;
    }

    /** The version that a signature would stand under: the one in signing, else the one that governs and lost a signature. */
    public int getSignableNumber() {
        return isSigning() ? getRow().latest() : getRow().governing().orElse(getRow().latest());
    }

    /** Whether a signature is missing that could be given now. */
    public boolean isSignable() {
        return getView().versions().stream()
                .filter(each -> each.number() == getSignableNumber())
                .anyMatch(each -> each.state() == VersionState.SIGNING
                        || each.state() == VersionState.GOVERNING && each.signed() < each.needed());
    }

    public boolean isGoverned() {
        return getRow().state().hasGoverningVersion();
    }

    public boolean isSuspended() {
        return getRow().state() == AgreementState.SUSPENDED;
    }

    /** Whether a version beside the governing one may be begun. */
    public boolean isAmendable() {
        boolean rests =
                getLatest().state() == VersionState.GOVERNING || getLatest().state() == VersionState.WITHDRAWN;
        return isCoordinator() && rests && (isGoverned() || getRow().state() == AgreementState.WITHDRAWN);
    }
}
