package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.EngagementFilter;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.finding.FindingFilter;
import org.sekisho.domain.assurance.pack.PackFilter;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.assurance.sample.SampleFilter;
import org.sekisho.domain.assurance.sample.SamplingMethod;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.CertificateService;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.ejb.assurance.FreezePopulation;
import org.sekisho.ejb.assurance.GiveCertificate;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.SampleService;
import org.sekisho.ejb.assurance.ScheduleAudit;
import org.sekisho.ejb.party.OrganisationService;

/** Engagements, and the packs, certificates, samples and findings of each. */
@Path("audits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuditsResource {

    @Inject
    private AuditService audits;

    @Inject
    private PackService packs;

    @Inject
    private CertificateService certificates;

    @Inject
    private SampleService samples;

    @Inject
    private FindingService findings;

    @Inject
    private OrganisationService organisations;

    @Inject
    private AgreementNames agreements;

    @Inject
    private Once once;

    /**
     * Engagements that the caller may see, the one due first before the others.
     *
     * @param states any of these, the parameter repeated
     * @param agreement by id or number
     * @param audited by id or short name
     * @param firm by id or short name
     * @param words a part of the number, or of the audited organisation's name
     */
    @GET
    public Items<AuditAnswer> list(
            @QueryParam("state") List<String> states,
            @QueryParam("agreement") @Nullable String agreement,
            @QueryParam("audited") @Nullable String audited,
            @QueryParam("firm") @Nullable String firm,
            @QueryParam("q") @Nullable String words,
            @BeanParam Listing listing) {
        Set<EngagementState> wanted = EnumSet.noneOf(EngagementState.class);
        states.forEach(state -> wanted.add(Listing.required(state, EngagementState.class, "state")));
        EngagementFilter filter = new EngagementFilter(
                wanted,
                Listing.given(agreement).map(agreements::id),
                organisation(audited),
                organisation(firm),
                Optional.empty(),
                Listing.given(words));
        return Items.of(audits.list(filter, listing.page()).map(AuditAnswer::of));
    }

    /** One engagement. */
    @GET
    @Path("{id}")
    public AuditAnswer one(@PathParam("id") UUID id) {
        return AuditAnswer.of(audits.one(id));
    }

    /**
     * {@code {agreement?,standard,level,criteria?,responsibleParty,intendedUsers?,periodFirst,periodLast,sections,reportDue}}; 201
     * with its id. The agreement is named by id or number, the responsible party by id or short name.
     */
    @POST
    public Response schedule(String text) {
        Body body = Body.read(text);
        EngagementTerms terms = new EngagementTerms(
                body.constant("standard", Standard.class),
                body.constant("level", AssuranceLevel.class),
                body.optionalText("criteria").orElse(""),
                organisations.find(body.text("responsibleParty")).id(),
                body.optionalText("intendedUsers").orElse(""),
                new Period(body.day("periodFirst"), body.day("periodLast")),
                Set.copyOf(body.constants("sections", EvidenceSection.class)),
                body.day("reportDue"));
        ScheduleAudit command = new ScheduleAudit(body.optionalText("agreement").map(agreements::id), terms);
        return once.answer(
                () -> audits.schedule(command), id -> Answer.created(URI.create("audits/" + id), new Made(id)));
    }

    /** {@code {networks}}, in CIDR notation: from which packs are downloaded from now on; from anywhere where there is none. */
    @POST
    @Path("{id}/networks")
    public Response approveNetworks(@PathParam("id") UUID id, String text) {
        List<String> networks = Body.read(text).texts("networks");
        return once.answer(() -> audits.approveNetworks(id, networks));
    }

    /** The packs of an engagement, the latest first. */
    @GET
    @Path("{id}/packs")
    public Items<PackAnswer> packs(@PathParam("id") UUID id, @BeanParam Listing listing) {
        return Items.of(packs.list(id, PackFilter.of(id), listing.page()).map(PackAnswer::of));
    }

    /** Requests a pack; 202 with {@code {id,state,progress}}, and where to ask how far it is. The body may be empty. */
    @POST
    @Path("{id}/packs")
    @Consumes(MediaType.WILDCARD)
    public Response request(@PathParam("id") UUID id) {
        return once.answer(
                () -> packs.request(id),
                pack -> new Answer(
                        Response.Status.ACCEPTED.getStatusCode(),
                        "packs/" + pack,
                        Answer.json(PackAnswer.queued(pack, id))));
    }

    /** The certificate that packs are encrypted for; 404 where none is in use. */
    @GET
    @Path("{id}/certificate")
    public CertificateAnswer certificate(@PathParam("id") UUID id) {
        return certificates
                .certificate(id)
                .map(CertificateAnswer::of)
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** What was given and withdrawn, the latest first. */
    @GET
    @Path("{id}/certificates")
    public Items<CertificateAnswer> certificates(@PathParam("id") UUID id, @BeanParam Listing listing) {
        return Items.of(certificates.certificates(id, listing.page()).map(CertificateAnswer::of));
    }

    /** {@code {certificate,sha256?}}: PEM, or DER in Base64, and the fingerprint that it has to have; 201 with the turn's id. */
    @POST
    @Path("{id}/certificates")
    public Response giveCertificate(@PathParam("id") UUID id, String text) {
        Body body = Body.read(text);
        GiveCertificate command =
                new GiveCertificate(id, CertificateAnswer.file(body.text("certificate")), body.optionalText("sha256"));
        return once.answer(
                () -> certificates.giveCertificate(command),
                turn -> Answer.created(URI.create("audits/" + id + "/certificates"), new Made(turn)));
    }

    /** Withdraws the certificate in use. */
    @POST
    @Path("{id}/certificates/withdraw")
    @Consumes(MediaType.WILDCARD)
    public Response withdrawCertificate(@PathParam("id") UUID id) {
        return once.answer(() -> certificates.withdrawCertificate(id));
    }

    /** The findings of an engagement that the caller may see, with the titles that the caller may read. */
    @GET
    @Path("{id}/findings")
    public Items<FindingAnswer> findings(@PathParam("id") UUID id, @BeanParam Listing listing) {
        return Items.of(findings.list(id, FindingFilter.of(id), listing.page()).map(FindingAnswer::of));
    }

    /** The samples of an engagement, for its team, the latest first. */
    @GET
    @Path("{id}/samples")
    public Items<SampleAnswer> samples(@PathParam("id") UUID id, @BeanParam Listing listing) {
        return Items.of(samples.list(id, SampleFilter.of(id), listing.page()).map(SampleAnswer::of));
    }

    /**
     * {@code {purpose,population,method,periodFirst,periodLast,size?}}; 201 with the sample's id. Freezes the population; the size is
     * left out for a judgemental sample.
     */
    @POST
    @Path("{id}/samples")
    public Response takeSample(@PathParam("id") UUID id, String text) {
        Body body = Body.read(text);
        FreezePopulation command = new FreezePopulation(
                id,
                new Sample.Wanted(
                        body.text("purpose"),
                        body.constant("population", PopulationKind.class),
                        body.constant("method", SamplingMethod.class),
                        new Period(body.day("periodFirst"), body.day("periodLast")),
                        body.optionalNumber("size").orElse(0)));
        return once.answer(
                () -> samples.freezePopulation(command),
                sample -> Answer.created(URI.create("samples/" + sample), new Made(sample)));
    }

    private Optional<UUID> organisation(@Nullable String name) {
        return Listing.given(name).map(each -> organisations.find(each).id());
    }
}
