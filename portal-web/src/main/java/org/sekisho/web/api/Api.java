package org.sekisho.web.api;

import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * REST, all of it. The classes are named, and the servlet stands in {@code web.xml}, because a servlet that the container finds by
 * itself is set up at each start, which takes as long as a tenth of it; this one is set up for the first request.
 */
public class Api extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AccessDecisionsResource.class,
                AgreementResource.class,
                AuditsResource.class,
                ControlCataloguesResource.class,
                DecisionTablesResource.class,
                DisclosuresResource.class,
                DutyShiftsResource.class,
                EmbargoesResource.class,
                EscalationsResource.class,
                ExploitationResource.class,
                FindingsResource.class,
                FreezesResource.class,
                GrantsResource.class,
                NegotiationResource.class,
                OrganisationsResource.class,
                PacksResource.class,
                PeopleResource.class,
                Problems.class,
                ReportDecisionsResource.class,
                UnmaskingsResource.class,
                ReleasesResource.class,
                ReportImportsResource.class,
                ReportRatingResource.class,
                ReportsDecisionsResource.class,
                ReportsResource.class,
                RequestBodies.class,
                ReviewQueueResource.class,
                ReviewersResource.class,
                RolesResource.class,
                SamplesResource.class,
                SessionResource.class,
                SigningAuthorityResource.class,
                SigningResource.class,
                TrailLogResource.class,
                TrailResource.class,
                UnreadBodies.class);
    }
}
