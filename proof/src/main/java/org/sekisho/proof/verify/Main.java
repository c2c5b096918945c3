package org.sekisho.proof.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.proof.bag.BagLimits;

/**
 * {@code java -jar sekisho-verify.jar verify PACK [--key FINGERPRINT] [--lang en|ja]}: one line for each check, then the
 * verdict. Ends with 0 when verified, 1 when a check failed, 2 when the command line is wrong or the pack isn't there, and 3
 * when the pack is consistent and nobody said whose key it has to be.
 */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    public static void main(String... arguments) {
        int exitCode;
        try (PrintStream out = stream(FileDescriptor.out, "stdout.encoding", "sun.stdout.encoding");
                PrintStream err = stream(FileDescriptor.err, "stderr.encoding", "sun.stderr.encoding")) {
            exitCode = run(out, err, arguments);
        }
        System.exit(exitCode);
    }

    /** @return the exit code */
    static int run(PrintStream out, PrintStream err, String... given) {
        Arguments arguments = Arguments.read(given);
        Messages messages = Messages.of(arguments.language());
        if (arguments.problem().isPresent()) {
            err.println(messages.text(arguments.problem().get(), List.of(String.join(" ", Arrays.asList(given)))));
            err.println(messages.text("usage"));
            return USAGE;
        }
        if (arguments.pack().isEmpty()) {
            out.println(messages.text("usage"));
            return 0;
        }
        Optional<Path> pack = existing(arguments.pack().get());
        if (pack.isEmpty()) {
            err.println(messages.text("usage.missing", List.of(arguments.pack().get())));
            return USAGE;
        }
        List<CheckResult> results = PackVerifier.verify(pack.get(), arguments.fingerprint(), BagLimits.DEFAULT);
        results.forEach(result -> out.println(line(result, messages)));
        PackVerdict verdict = PackVerdict.of(results);
        out.println(messages.text("verdict." + verdict));
        return verdict.exitCode();
    }

    private static Optional<Path> existing(String pack) {
        try {
            return Optional.of(Path.of(pack)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String line(CheckResult result, Messages messages) {
        String text =
                switch (result.outcome()) {
                    case PASSED -> "passed." + result.check();
                    case FAILED -> "problem." + result.problem();
                    case NOT_CHECKED -> result.parameters().isEmpty() ? "skipped" : "open." + result.check();
                };
        return messages.text(
                "line",
                List.of(
                        messages.text("outcome." + result.outcome()),
                        messages.text("check." + result.check()),
                        messages.text(text, result.parameters())));
    }

    /** Standard output in its own encoding, or in UTF-8 where that couldn't hold Japanese at all. */
    private static PrintStream stream(FileDescriptor descriptor, String... properties) {
        Charset charset = Stream.of(properties)
                .flatMap(property -> Stream.ofNullable(System.getProperty(property)))
                .filter(Charset::isSupported)
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
        boolean japanese = charset.canEncode() && charset.newEncoder().canEncode('\u8a3c');
        return new PrintStream(new FileOutputStream(descriptor), true, japanese ? charset : StandardCharsets.UTF_8);
    }
}
