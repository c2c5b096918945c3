package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Answers with the list of a tab as CSV. */
@Named
@RequestScoped
public class AuditDownloads {

    @Inject
    private AuditPage page;

    @Inject
    private ControlsTab controls;

    @Inject
    private RequestsTab requests;

    @Inject
    private EvidenceTab evidence;

    @Inject
    private FindingsTab findings;

    @Inject
    private ActionsTab actions;

    @Inject
    private SamplesTab samples;

    @Inject
    private PacksTab packs;

    @Inject
    private TeamTab team;

    @Inject
    private DeclarationsTab declarations;

    @Inject
    private LogTab log;

    /** Which list that is, the address says. */
    public void send() {
        switch (page.getTab()) {
            case "controls" -> controls.download();
            case "requests" -> requests.download();
            case "evidence" -> evidence.download();
            case "findings" -> findings.download();
            case "actions" -> actions.download();
            case "samples" -> samples.download();
            case "packs" -> packs.download();
            case "team" -> team.download();
            case "declarations" -> declarations.download();
            case "log" -> log.download();
            default -> {
                // Coverage is no list; the page itself is the answer.
            }
        }
    }
}
