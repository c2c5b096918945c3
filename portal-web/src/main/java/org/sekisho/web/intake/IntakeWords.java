package org.sekisho.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.report.intake.IntakeFailure;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.ejb.report.intake.IntakeLine;
import org.sekisho.web.assurance.AuditWords;
import org.sekisho.web.shared.Say;

/** What imports of reports are called where they are shown. */
@Named
@RequestScoped
public class IntakeWords {

    private static final long WHOLE = 100;

    @Inject
    private Say say;

    @Inject
    private AuditWords sizes;

    /** Whether it is being read now. */
    public boolean isRunning(IntakeLine line) {
        return line.row().state() == IntakeState.STAGING && !line.brokenOff();
    }

    /** Its state in a word; one whose reader has gone broke off. */
    public String state(IntakeLine line) {
        return line.brokenOff()
                ? say.text("intake-state.BROKEN_OFF", Map.of())
                : say.of("intake-state", line.row().state());
    }

    /** The tone of its chip. */
    public String tone(IntakeLine line) {
        return switch (line.row().state()) {
            case STAGING -> line.brokenOff() ? "chip-high" : "chip-info";
            case PUBLISHED -> "chip-good";
            case REFUSED -> "chip-bad";
            case ABANDONED -> "";
        };
    }

    /** How much of the file is read, of a hundred. A file that is read twice stays at almost all of it meanwhile. */
    public long percent(IntakeLine line) {
        return Math.min(
                WHOLE - 1, line.row().progress().bytes() * WHOLE / line.row().size());
    }

    /** How far it is, in words. */
    public String progress(IntakeLine line) {
        return say.text("intake.progress", Map.of("items", line.row().progress().items(), "percent", percent(line)));
    }

    /** Why the file was refused, in a sentence. */
    public String failure(IntakeLine line) {
        return line.row()
                .failure()
                .map(IntakeFailure::refusal)
                .map(say::refusal)
                .orElse("");
    }

    /** What became of the items: new ones are none where the same file was there before. */
    public long created(IntakeLine line, boolean repeated) {
        return repeated ? 0 : line.row().tally().created();
    }

    public long duplicates(IntakeLine line, boolean repeated) {
        return line.row().tally().duplicates() + (repeated ? line.row().tally().created() : 0);
    }

    /** "1.2 MB". */
    public String size(IntakeLine line) {
        return sizes.bytes(line.row().size());
    }

    /** Tool and version, as whoever imported named them. */
    public String tool(IntakeLine line) {
        String tool = (line.row().tool() + " " + line.row().toolVersion()).strip();
        return tool.isEmpty() ? say.text("intake.tool-in-file", Map.of()) : tool;
    }

    /** The parts of a fingerprint by which an item is the same as another. */
    public String parts(List<String> parts) {
        return String.join(
                say.getComma(),
                parts.stream()
                        .map(part -> say.find("intake-part." + part).orElse(part))
                        .toList());
    }
}
