package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sekisho.domain.assurance.engagement.DeclarationState;
import org.sekisho.domain.assurance.engagement.EngagementView.Declaration;
import org.sekisho.domain.assurance.engagement.EngagementView.Member;
import org.sekisho.domain.assurance.engagement.IndependenceVerdict.Side;
import org.sekisho.web.shared.Me;

/** The firm, its team, and what was declared and decided about independence. */
@Named
@RequestScoped
public class TeamTab {

    @Inject
    private AuditPage page;

    @Inject
    private Me me;

    /** The declaration that counts for a member: until when it does. */
    public Optional<LocalDate> validUntil(Member member) {
        return page.getView().declarations().stream()
                .filter(each -> each.person().equals(Optional.of(member.person())))
                .flatMap(each -> each.validUntil().stream())
                .max(LocalDate::compareTo);
    }

    /** The declarations, the latest first. */
    public List<Declaration> getDeclarations() {
        List<Declaration> declarations = page.getView().declarations();
        return IntStream.range(0, declarations.size())
                .mapToObj(at -> declarations.get(declarations.size() - 1 - at))
                .toList();
    }

    /** The sides whose decision is missing. */
    public List<Side> missing(Declaration declaration) {
        return declaration.state() == DeclarationState.DECLARED
                ? Arrays.stream(Side.values())
                        .filter(side -> declaration.verdicts().stream().noneMatch(each -> each.side() == side))
                        .toList()
                : List.of();
    }

    /** The sides for which the person may be offered to decide: either for the owner, the authority's for an authority. */
    public List<Side> decidable(Declaration declaration) {
        if (page.isClosed() || !me.can("audit:decide-independence") || isInvolved(declaration)) {
            return List.of();
        }
        return missing(declaration).stream()
                .filter(side -> page.isOwner() || side == Side.AUTHORITY)
                .toList();
    }

    public boolean mayDecide(Declaration declaration) {
        return !decidable(declaration).isEmpty();
    }

    /** Whether the person declared, is the one declared, or decided for a side, so that others decide what is missing. */
    public boolean isInvolved(Declaration declaration) {
        return declaration.involves(me.getAccount().person());
    }

    /** Whether the person would decide what is missing, had they not taken part already. */
    public boolean isLeftToOthers(Declaration declaration) {
        return isInvolved(declaration)
                && !page.isClosed()
                && me.can("audit:decide-independence")
                && !missing(declaration).isEmpty();
    }

    public boolean isStaffOffered() {
        return page.isOwner() && !page.isClosed();
    }

    /** Whether the person may be offered to declare for themselves, for the first time or anew. */
    public boolean mayDeclare(Member member) {
        boolean pending = page.getView().declarations().stream()
                .anyMatch(each -> each.person().equals(Optional.of(member.person()))
                        && each.state() == DeclarationState.DECLARED);
        return !pending
                && !page.isClosed()
                && member.releasedAt().isEmpty()
                && me.can("audit:declare")
                && (isMyself(member) || page.isOwner());
    }

    /** Whether the person may be offered to declare for the firm: for one of its auditors on the team, or for the owner. */
    public boolean isFirmDeclarationOffered() {
        boolean pending = page.getView().declarations().stream()
                .anyMatch(each -> each.person().isEmpty() && each.state() == DeclarationState.DECLARED);
        return !pending
                && !page.isClosed()
                && page.getRow().firm().isPresent()
                && me.can("audit:declare")
                && (page.isOnTeam() || page.isOwner());
    }

    public boolean isMyself(Member member) {
        return member.person().equals(me.getAccount().person());
    }
}
