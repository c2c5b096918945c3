package org.sekisho.ejb.vault;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sekisho.domain.vault.ContentNames;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What the sweeping of the store asks of the database: each question is a transaction of its own, so that none is held for long. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ContentService {

    @Inject
    private ContentNames names;

    /** Whether some row names the sealed file. */
    @Permission(value = "housekeeping:run", recorded = Recorded.REFUSALS)
    public boolean isNamed(String blob) {
        return names.isNamed(blob);
    }
}
