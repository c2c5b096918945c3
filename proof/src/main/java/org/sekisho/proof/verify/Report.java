package org.sekisho.proof.verify;

import java.io.PrintStream;
import java.util.List;

/** Says what came of checks: a line for each, then the verdict. */
final class Report {

    private final PrintStream out;
    private final Messages messages;

    Report(PrintStream out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    void print(List<CheckResult> results, Enum<?> verdict) {
        results.forEach(result -> out.println(line(result)));
        out.println(messages.text("verdict." + verdict));
    }

    private String line(CheckResult result) {
        String text =
                switch (result.outcome()) {
                    case PASSED -> "passed." + result.check();
                    case FAILED -> "problem." + result.problem();
                    case ABSENT -> "absent." + result.check();
                    case NOT_CHECKED -> result.parameters().isEmpty() ? "skipped" : "open." + result.check();
                };
        return messages.text(
                "line",
                List.of(
                        messages.text("outcome." + result.outcome()),
                        messages.text("check." + result.check()),
                        messages.text(text, result.parameters())));
    }
}
