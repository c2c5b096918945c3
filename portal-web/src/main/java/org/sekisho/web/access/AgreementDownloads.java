package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.agreement.TimelineCard;
import org.sekisho.web.agreement.VersionsTab;

/** Answers with the list of a tab as CSV. */
@Named
@RequestScoped
public class AgreementDownloads {

    @Inject
    private AgreementPage page;

    @Inject
    private VersionsTab versions;

    @Inject
    private PeopleTab people;

    @Inject
    private AttestationsCard attestations;

    @Inject
    private PhaseHistory phases;

    @Inject
    private TimelineCard timeline;

    /** Which list that is, the address says. */
    public void send() {
        switch (page.getTab()) {
            case "versions" -> versions.download();
            case "people" -> people.download();
            case "environments" -> attestations.download();
            case "phases" -> phases.download();
            case "timeline" -> timeline.download();
            default -> {
                // The other tabs are no lists; the page itself is the answer.
            }
        }
    }
}
