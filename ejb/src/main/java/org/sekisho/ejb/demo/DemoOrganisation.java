package org.sekisho.ejb.demo;

import java.util.List;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;

/** An organisation of the demo with its people; the administrator comes first. */
record DemoOrganisation(String shortName, Name name, OrganisationKind kind, List<DemoPerson> people) {

    String domain() {
        return shortName + ".example";
    }

    String email(DemoPerson person) {
        return person.local() + "@" + domain();
    }
}
