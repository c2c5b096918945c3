package org.sekisho.ejb.report.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.report.intake.FindingSink;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.report.intake.SourceReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Reads SARIF 2.1.0 result by result, in constant memory for a file of any size. Results refer to rules and artifacts of their run,
 * which most tools write before them; where one writes them behind, the file is read through once for these alone, and then again.
 */
public final class SarifReader implements SourceReader {

    private final Json json;

    public SarifReader(IntakeLimits limits) {
        this.json = new Json(limits);
    }

    @Override
    public void read(SourceFile file, FindingSink sink) throws IOException {
        SarifPass last = new SarifPass(json, sink, List.of(), 0);
        Optional<SarifPass.Behind> behind = pass(file, last);
        if (behind.isPresent()) {
            List<SarifRun> runs = new ArrayList<>();
            pass(file, SarifPass.forRuns(json, runs));
            last = new SarifPass(json, sink, runs, behind.get().done());
            pass(file, last);
        }
        if (last.failed() > 0) {
            sink.runsFailed(last.failed());
        }
    }

    private Optional<SarifPass.Behind> pass(SourceFile file, SarifPass pass) throws IOException {
        try (SourceStream in = SourceStream.open(file, json.limits().fileBytes());
                JsonParser parser = json.parser(in)) {
            return walk(pass, parser, in);
        }
    }

    private Optional<SarifPass.Behind> walk(SarifPass pass, JsonParser parser, SourceStream in) {
        try {
            return pass.walk(parser);
        } catch (JacksonException e) {
            throw json.refusal(e, in);
        }
    }
}
