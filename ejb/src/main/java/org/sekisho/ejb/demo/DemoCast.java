package org.sekisho.ejb.demo;

import java.util.List;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** Who takes part in the demo. */
final class DemoCast {

    private final DemoTexts texts = new DemoTexts();

    /** The secretariat, whose administrator founds the installation and whose coordinator follows at once. */
    DemoOrganisation secretariat() {
        return organisation(
                "sekisho",
                OrganisationKind.SECRETARIAT,
                person("admin", Role.ADMINISTRATOR),
                person("coordinator", Role.COORDINATOR),
                person("signatory", Role.SIGNATORY));
    }

    /** Who acts in the story of the agreements. */
    static List<String> actors() {
        return List.of(
                DemoRegister.COORDINATOR,
                "signatory@sekisho.example",
                "admin@aoba.example",
                "signatory@aoba.example",
                "security@aoba.example",
                "security2@aoba.example",
                "analyst@aoba.example",
                "ciso@aoba.example",
                "duty@aoba.example",
                "admin@hinode.example",
                "signatory@hinode.example",
                "security@hinode.example",
                "security2@hinode.example",
                "analyst@hinode.example",
                "ciso@hinode.example",
                "admin@provider.example",
                "signatory@provider.example",
                "reviewer@cyber.example",
                "reviewer2@cyber.example",
                "duty@cyber.example",
                "auditor@audit.example");
    }

    /** Everyone else. */
    List<DemoOrganisation> others() {
        return List.of(
                bank("aoba"),
                bank("hinode"),
                organisation(
                        "provider",
                        OrganisationKind.MODEL_PROVIDER,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("signatory", Role.SIGNATORY)),
                organisation(
                        "cyber",
                        OrganisationKind.AUTHORITY,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("reviewer", Role.AUTHORITY_REVIEWER),
                        person("reviewer2", Role.AUTHORITY_REVIEWER),
                        person("duty", Role.DUTY_OFFICER)),
                organisation(
                        "audit",
                        OrganisationKind.AUDIT_FIRM,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("auditor", Role.AUDITOR)),
                organisation(
                        "ministry",
                        OrganisationKind.MINISTRY,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("observer", Role.OBSERVER)));
    }

    private DemoOrganisation bank(String shortName) {
        return organisation(
                shortName,
                OrganisationKind.INSTITUTION,
                person("admin", Role.ORGANISATION_ADMINISTRATOR),
                person("signatory", Role.SIGNATORY),
                person("security", Role.SECURITY_REVIEWER),
                person("security2", Role.SECURITY_REVIEWER),
                person("ciso", Role.CISO),
                person("analyst", Role.ANALYST),
                person("duty", Role.DUTY_OFFICER));
    }

    private DemoOrganisation organisation(String shortName, OrganisationKind kind, DemoPerson... people) {
        return new DemoOrganisation(shortName, texts.name("organisation." + shortName), kind, List.of(people));
    }

    private DemoPerson person(String local, Role role) {
        return new DemoPerson(local, texts.name("person." + local), List.of(role));
    }

    /** The reason that stands at everything the demo asks for. */
    String reason() {
        return texts.both("reason");
    }

    /** The document by which the cyber unit is designated. */
    String designation() {
        return texts.both("designation");
    }
}
