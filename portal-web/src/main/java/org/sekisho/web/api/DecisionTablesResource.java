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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.decision.DecisionError;
import org.sekisho.domain.report.decision.Row;
import org.sekisho.domain.report.decision.SsvcJson;
import org.sekisho.domain.report.decision.TableEdit;
import org.sekisho.domain.report.decision.TableFilter;
import org.sekisho.domain.report.decision.TableRow;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.report.decision.DraftTable;
import org.sekisho.ejb.report.decision.TableName;
import org.sekisho.ejb.report.decision.TableService;

/** Decision tables. A version is named by its code and number. */
@Path("decision-tables")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DecisionTablesResource {

    @Inject
    private TableService tables;

    @Inject
    private Once once;

    /** Where a version of a table stands. */
    public record TableStanding(String code, int version, TableState state) {}

    /** Versions that were made here, by code; the delivered tables are found by their codes alone. */
    @GET
    public Items<TableRow> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("use") @Nullable String use,
            @BeanParam Listing listing) {
        TableFilter filter = new TableFilter(
                Listing.given(text),
                Listing.constant(state, TableState.class, "state").map(Set::of).orElse(Set.of()),
                Listing.constant(use, TableUse.class, "use"));
        return Items.of(tables.list(filter, listing.page()));
    }

    /** One version with its rows. */
    @GET
    @Path("{code}/{version}")
    public TableAnswer find(@PathParam("code") String code, @PathParam("version") int version) {
        return TableAnswer.of(tables.find(code, version));
    }

    /** A table in CSV or in the JSON of CERT/CC's schema becomes the draft of the next version under the code: 201 with Location. */
    @POST
    @Consumes({"text/csv", MediaType.APPLICATION_JSON})
    public Response draft(
            @QueryParam("code") @Nullable String code,
            @QueryParam("title") @Nullable String title,
            @QueryParam("use") @Nullable String use,
            @QueryParam("order") @Nullable List<String> order,
            InputStream content)
            throws IOException {
        DraftTable command = new DraftTable(
                Checks.require(code, "code"),
                Checks.require(title, "title"),
                Listing.required(Checks.require(use, "use"), TableUse.class, "use"),
                content.readNBytes(SsvcJson.MOST_BYTES + 1),
                order == null ? List.of() : order);
        return once.answer(
                () -> tables.draft(command),
                made -> Answer.created(
                        URI.create("decision-tables/" + made.code() + "/" + made.version()),
                        standing(made, TableState.DRAFT)));
    }

    /**
     * {@code {readVersion, changed: [{row, outcome}], removed: [row], added: [{values, outcome}]}}: what rows of a draft answer instead, which are
     * taken away, and which combinations that have none get one; all of it or nothing. Rows have the numbers that they had when they were read.
     */
    @POST
    @Path("{code}/{version}/rows")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("code") String code, @PathParam("version") int version, String text) {
        Body body = Body.read(text);
        int readVersion = body.number("readVersion");
        TableEdit edit = edit(body);
        return once.answer(
                () -> {
                    tables.answer(code, version, readVersion, edit);
                    return new TableName(code, version);
                },
                done -> Answer.ok(standing(done, TableState.DRAFT)));
    }

    private static TableEdit edit(Body body) {
        Map<Integer, String> outcomes = new HashMap<>();
        for (Body each : body.bodies("changed")) {
            int row = each.number("row");
            if (outcomes.put(row, each.text("outcome")) != null) {
                throw new Refusal(DecisionError.TWICE, Map.of("field", "changed", "value", row));
            }
        }
        List<Row> added = body.bodies("added").stream()
                .map(each -> new Row(each.texts("values"), each.text("outcome")))
                .toList();
        return new TableEdit(outcomes, Set.copyOf(body.numbers("removed")), added);
    }

    /** {@code {readVersion}}: a second person adopts a draft. */
    @POST
    @Path("{code}/{version}/adopt")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response adopt(@PathParam("code") String code, @PathParam("version") int version, String text) {
        int readVersion = Body.read(text).number("readVersion");
        return once.answer(
                () -> {
                    tables.adopt(code, version, readVersion);
                    return new TableName(code, version);
                },
                done -> Answer.ok(standing(done, TableState.ADOPTED)));
    }

    /** {@code {reason}}: no clause should name it any more. */
    @POST
    @Path("{code}/{version}/retire")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retire(@PathParam("code") String code, @PathParam("version") int version, String text) {
        String reason = Body.read(text).text("reason");
        return once.answer(
                () -> {
                    tables.retire(code, version, reason);
                    return new TableName(code, version);
                },
                done -> Answer.ok(standing(done, TableState.RETIRED)));
    }

    private static TableStanding standing(TableName name, TableState state) {
        return new TableStanding(name.code(), name.version(), state);
    }
}
