package org.sekisho.ejb.report.intake;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.KnownExploited;
import org.sekisho.domain.report.severity.ListEdition;
import org.sekisho.domain.report.severity.SeverityError;
import org.sekisho.domain.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the catalogue of known exploited vulnerabilities as CISA publishes it ({@code known_exploited_vulnerabilities.json}). One entry is
 * held at a time; version, day and count may stand before the entries or behind them, and the count must be right.
 */
public final class KevReader implements Iterator<KnownExploited>, AutoCloseable {

    /** Today's file has less than 2 MB. */
    private static final long LIMIT = 64L << 20;

    private static final int ENTRY_LIMIT = 64 << 10;

    private final Json json = new Json(IntakeLimits.USUAL);
    private final SourceStream in;
    private final JsonParser parser;
    private String version = "";
    private String released = "";
    private int announced = -1;
    private int entries;
    private boolean seen;
    private @Nullable KnownExploited next;

    /** @throws Refusal {@link SeverityError#LIST_MALFORMED}, or an {@link IntakeError} where the file isn't sound JSON */
    public KevReader(SourceFile file) throws IOException {
        in = SourceStream.open(file, LIMIT);
        parser = json.parser(in);
        try {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            head();
        } catch (JacksonException e) {
            throw json.refusal(e, in);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** @throws Refusal as the constructor */
    @Override
    public KnownExploited next() {
        KnownExploited entry = next;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        try {
            entries++;
            advance();
        } catch (JacksonException e) {
            throw json.refusal(e, in);
        }
        return entry;
    }

    /** Complete after the last entry. */
    public ListEdition edition() {
        try {
            return new ListEdition(
                    version, LocalDate.parse(released.substring(0, Math.min(10, released.length()))), entries);
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
        in.close();
    }

    /** Reads properties until the entries begin, or the catalogue ends. */
    private void head() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "catalogVersion" -> version =
                        token == JsonToken.VALUE_STRING ? Nodes.brief(parser.getString()) : "";
                case "dateReleased" -> released = token == JsonToken.VALUE_STRING ? parser.getString() : "";
                case "count" -> announced = token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : -1;
                case "vulnerabilities" -> {
                    require(token == JsonToken.START_ARRAY && !seen);
                    seen = true;
                    advance();
                    return;
                }
                default -> parser.skipChildren();
            }
        }
        require(seen && parser.nextToken() == null && !version.isEmpty() && entries == announced);
    }

    private void advance() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            next = null;
            head();
            return;
        }
        Tree.Read read = Tree.read(parser, ENTRY_LIMIT);
        require(read.problem() == null);
        next = entry(read.node());
    }

    private KnownExploited entry(JsonNode node) {
        CveId cve = CveId.find(Nodes.text(node, "cveID")).orElseThrow(this::malformed);
        try {
            return new KnownExploited(
                    cve,
                    LocalDate.parse(Nodes.text(node, "dateAdded")),
                    LocalDate.parse(Nodes.text(node, "dueDate")),
                    Nodes.text(node, "knownRansomwareCampaignUse").equals("Known"));
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    private void require(boolean holds) {
        if (!holds) {
            throw malformed();
        }
    }

    private Refusal malformed() {
        return Refusal.of(
                SeverityError.LIST_MALFORMED, "line", parser.currentLocation().getLineNr());
    }
}
