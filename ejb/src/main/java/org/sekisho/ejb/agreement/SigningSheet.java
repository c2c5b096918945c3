package org.sekisho.ejb.agreement;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.VersionView;

/**
 * What somebody about to sign is shown.
 *
 * @param party the party for which the person acts; empty when that is none
 * @param missing the parties whose signature is missing, in the order of the document
 * @param approved whether the party's internal approval of this content is complete
 * @param signed whether the party's signature is on file, in effect or to be confirmed
 * @param authorities by which the person may sign today, the longest valid first
 * @param asksForCode whether a one-time code is asked for beside the password
 */
public record SigningSheet(
        VersionView version,
        Optional<PartyRow> party,
        List<PartyRow> missing,
        boolean approved,
        boolean signed,
        List<AuthorityRow> authorities,
        boolean asksForCode) {

    public SigningSheet {
        missing = List.copyOf(missing);
        authorities = List.copyOf(authorities);
    }
}
