package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.web.shared.Me;

/** What the person may likely do with the agreement next. The first is the one filled button; what hurts comes last. */
@Named
@RequestScoped
public class NextActs {

    @Inject
    private AgreementPage page;

    @Inject
    private SigningCard signing;

    @Inject
    private Me me;

    /**
     * An act that the page offers.
     *
     * @param name its words stand under {@code act.<name>}
     * @param tone {@code primary}, {@code danger}, or empty
     */
    public record Offer(String name, String path, String tone) {}

    /** The acts, in the order of the page. */
    public List<Offer> getOffers() {
        List<Offer> offers = new ArrayList<>();
        signatures(offers);
        if (page.isSigning()) {
            giveUp(offers);
        } else if (page.isDraft() && page.isCoordinator()) {
            offers.add(form("open-round", "primary"));
            offers.add(new Offer("edit", "/agreement-edit?id=" + page.getId(), ""));
        } else if (page.isBetweenRounds() && page.isCoordinator()) {
            offers.add(form("open-signing", "primary"));
            offers.add(form("next-round", ""));
            offers.add(form("extend-round", ""));
        } else if (page.isRoundOpen()) {
            duringRound(offers);
        }
        if (page.isAmendable()) {
            offers.add(form("amend", page.isGoverned() ? "" : "primary"));
        }
        standing(offers);
        return offers;
    }

    /** What one's own organisation still has to do before it has signed, in the portal or outside. */
    private void signatures(List<Offer> offers) {
        String about = "?agreement=" + page.getId();
        if (signing.isMineToSign()) {
            offers.add(new Offer("sign", "/sign" + about, "primary"));
        }
        if (signing.isOursMissing() && me.can("agreement:approve")) {
            offers.add(new Offer("approve", "/approval" + about, signing.isMineToSign() ? "" : "primary"));
            offers.add(new Offer("attach", "/signature-attach" + about, ""));
        }
    }

    private void duringRound(List<Offer> offers) {
        if (page.isParty() && me.can("agreement:negotiate")) {
            offers.add(new Offer("negotiate", "/agreement?id=" + page.getId() + "&tab=clauses", "primary"));
        }
        if (page.isCoordinator()) {
            offers.add(form("extend-round", ""));
            offers.add(form("close-round", ""));
        }
    }

    private void standing(List<Offer> offers) {
        if (page.isResumable()) {
            offers.add(form("resume", "primary"));
        } else if (page.isGoverned() && !page.isSuspended() && me.can("agreement:suspend")) {
            offers.add(form("suspend", "danger"));
        }
        if (signing.isWithdrawalOffered()) {
            offers.add(form("withdraw-signature", "danger"));
        }
        if (page.isGoverned() && me.can("agreement:terminate")) {
            offers.add(form("terminate", "danger"));
        }
        if (page.isDraft() || page.isBetweenRounds() || page.isRoundOpen()) {
            giveUp(offers);
        }
    }

    private void giveUp(List<Offer> offers) {
        if (page.isCoordinator()) {
            offers.add(form("give-up", "danger"));
        }
    }

    private Offer form(String act, String tone) {
        return new Offer(act, "/agreement-act?id=" + page.getId() + "&act=" + act, tone);
    }
}
