package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.EngagementView.Declaration;
import org.sekisho.domain.assurance.engagement.EngagementView.Member;
import org.sekisho.domain.assurance.engagement.Independence;
import org.sekisho.web.shared.Me;

/** What the person may likely do with the audit next. The first is the one filled button. */
@Named
@RequestScoped
public class AuditOffers {

    @Inject
    private AuditPage page;

    @Inject
    private DeclarationsTab declarations;

    @Inject
    private AnswerNotice answers;

    @Inject
    private Me me;

    /**
     * An act that the page offers.
     *
     * @param name its words stand under {@code audit-act.<name>}
     * @param tone {@code primary} or empty
     */
    public record Offer(String name, String path, String tone) {}

    /** The acts, in the order of the page. */
    public List<Offer> getOffers() {
        List<String> names = new ArrayList<>();
        if (toDecide().isPresent()) {
            names.add("decide");
        }
        if (page.isScheduled()) {
            whileScheduled(names);
        } else if (page.isWorking()) {
            whileWorking(names);
        } else {
            whatToDeclare(names);
        }
        if (page.isAudited()
                && !page.isClosed()
                && me.can("evidence:upload")
                && answers.obstacles(page.getId()).isEmpty()) {
            names.add("upload");
        }
        return names.stream()
                .map(name -> new Offer(name, path(name), name.equals(names.get(0)) ? "primary" : ""))
                .toList();
    }

    private void whatToDeclare(List<String> names) {
        if (isToDeclare()) {
            names.add("declare");
        }
        if (page.isOnTeam() && !page.isFirmIndependent() && declarations.isFirmDeclarationOffered()) {
            names.add("declare-firm");
        }
    }

    private void whileScheduled(List<String> names) {
        whatToDeclare(names);
        if (!page.isOwner()) {
            if (page.isOnTeam() && isStaffed()) {
                names.add("begin");
            }
            return;
        }
        if (page.getRow().firm().isEmpty()) {
            names.add("appoint");
        } else if (current().isEmpty()) {
            names.add("assign");
            names.add("appoint");
        } else if (isStaffed()) {
            names.add("begin");
        }
        names.add("settle");
    }

    /** The firm and everybody on the team are accepted as independent. */
    private boolean isStaffed() {
        List<Member> current = current();
        return page.isFirmIndependent()
                && !current.isEmpty()
                && current.stream().allMatch(member -> member.independence() == Independence.ACCEPTED);
    }

    private void whileWorking(List<String> names) {
        names.add("build");
        names.add("raise");
        names.add("find");
        if (page.getRow().state() == EngagementState.FIELDWORK) {
            names.add("sample");
        }
        names.add(page.getRow().state() == EngagementState.FIELDWORK ? "report" : "close");
    }

    /** The first declaration that waits for a decision that the person may take. */
    private Optional<Declaration> toDecide() {
        return page.getView().declarations().stream()
                .filter(declarations::mayDecide)
                .findFirst();
    }

    private boolean isToDeclare() {
        return !page.isClosed()
                && page.getMyself()
                        .map(Member::independence)
                        .filter(standing -> standing != Independence.ACCEPTED && standing != Independence.PENDING)
                        .isPresent();
    }

    private List<Member> current() {
        return page.getView().team().stream()
                .filter(member -> member.releasedAt().isEmpty())
                .toList();
    }

    private String path(String name) {
        return switch (name) {
            case "decide" -> "/audit-decide?id=" + page.getId() + "&declaration="
                    + toDecide().orElseThrow().id();
            case "declare" -> "/audit-declare?id=" + page.getId();
            case "declare-firm" -> "/audit-declare?of=firm&id=" + page.getId();
            case "settle" -> "/audit-schedule?id=" + page.getId();
            case "find" -> "/audit-finding-edit?audit=" + page.getId();
            case "raise" -> "/audit-raise?audit=" + page.getId();
            case "sample" -> "/audit-sample-take?audit=" + page.getId();
            case "upload" -> "/audit-upload?audit=" + page.getId();
            default -> "/audit-act?act=" + name + "&id=" + page.getId();
        };
    }
}
