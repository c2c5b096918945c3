package org.sekisho.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Answers with the list that the page of imports shows as CSV. */
@Named
@RequestScoped
public class ReportImportDownloads {

    @Inject
    private ReportImportItemsPage items;

    @Inject
    private ReportImportsPage imports;

    /** Which list that is, the address says. */
    public void send() {
        if (items.isChosen()) {
            items.download();
        } else {
            imports.download();
        }
    }
}
