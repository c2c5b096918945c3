package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.access.ChecklistItem;
import org.sekisho.domain.agreement.access.ConditionChecklist;
import org.sekisho.ejb.access.AccessDecisionService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** The conditions of access under one agreement, as they stand now: what failed first, then what lapses soon. */
@Named
@RequestScoped
public class ConditionsCard {

    @Inject
    private AgreementPage page;

    @Inject
    private AccessDecisionService decisions;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    private @Nullable ConditionChecklist checklist;

    /** Before an agreement governs there is nothing to check. */
    public boolean isShown() {
        return page.isGoverned();
    }

    public ConditionChecklist getChecklist() {
        if (checklist == null) {
            checklist = decisions.checklist(page.getId());
        }
        return checklist;
    }

    public List<ChecklistItem> getItems() {
        return getChecklist().items().stream()
                .sorted(Comparator.comparing(ChecklistItem::state).reversed())
                .toList();
    }

    /** How many hold, and how many of them not for long. */
    public String getSummary() {
        ConditionChecklist all = getChecklist();
        Map<String, Object> numbers =
                Map.of("holding", all.holding(), "all", all.items().size(), "soon", all.lapsingSoon());
        return say.text("conditions.summary", numbers);
    }

    public String getTone() {
        if (getChecklist().lapsed() > 0) {
            return "chip-bad";
        }
        return getChecklist().lapsingSoon() > 0 ? "chip-soon" : "chip-good";
    }

    /** The class of an item's line. */
    public String tone(ChecklistItem item) {
        return switch (item.state()) {
            case HOLDS -> "";
            case LAPSES_SOON -> "is-soon";
            case LAPSED -> "is-lapsed";
        };
    }

    public String icon(ChecklistItem item) {
        return switch (item.state()) {
            case HOLDS -> "done";
            case LAPSES_SOON -> "soon";
            case LAPSED -> "lapsed";
        };
    }

    /** "Holds", "Lapsed", or when it lapses. */
    public String word(ChecklistItem item) {
        return switch (item.state()) {
            case HOLDS, LAPSED -> say.of("condition-state", item.state());
            case LAPSES_SOON -> item.lapsesAt().map(this::lapses).orElse(say.of("condition-state", item.state()));
        };
    }

    private String lapses(Instant at) {
        return say.text("conditions.lapses", Map.of("left", moments.relative(at)));
    }

    public UUID getAgreement() {
        return page.getId();
    }
}
