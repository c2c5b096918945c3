package org.sekisho.proof.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.witness.Contradictions;
import org.sekisho.proof.witness.WitnessException;
import org.sekisho.proof.witness.WitnessServer;
import org.sekisho.proof.witness.WitnessSettings;

/**
 * The command line, {@code java -jar sekisho-verify.jar}: one line for each check, then the verdict.
 *
 * <p>{@code verify PACK [--key FINGERPRINT] [--trail-key FINGERPRINT] [--tsa-ca PEM]} ends as {@link PackVerdict} says, {@code verify --trail URL --from
 * OLDCHECKPOINT [--key FINGERPRINT] [--trail-key-file PEM] [--save FILE]} as {@link LogVerdict} does; {@code witness --config FILE} runs until it is ended; 2 when the command line is wrong or a
 * file isn't there.
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
        if (arguments.task().isEmpty()) {
            String problem = arguments.problem().orElse("usage.word");
            err.println(messages.text(problem, List.of(String.join(" ", Arrays.asList(given)))));
            err.println(messages.text("usage"));
            return USAGE;
        }
        Task task = arguments.task().get();
        if (task instanceof Task.VerifyPack verify) {
            return verifyPack(verify, out, err, messages);
        }
        if (task instanceof Task.VerifyLog verify) {
            return verifyLog(verify, out, err, messages);
        }
        if (task instanceof Task.RunWitness run) {
            return runWitness(run, out, err, messages);
        }
        out.println(messages.text("usage"));
        return 0;
    }

    /** Runs until the process is told to end. */
    private static int runWitness(Task.RunWitness task, PrintStream out, PrintStream err, Messages messages) {
        Optional<Path> settings = existing(task.settings());
        if (settings.isEmpty()) {
            err.println(messages.text("usage.missing", List.of(task.settings())));
            return USAGE;
        }
        Contradictions printed = (origin, size, cosigned, evidence) -> out.println(
                messages.text("witness.contradiction", List.of(origin, size, cosigned, evidence.toString())));
        try (WitnessServer server =
                WitnessServer.start(WitnessSettings.read(settings.get()), Clock.systemUTC(), printed)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            String address =
                    server.address().getHostString() + ":" + server.address().getPort();
            out.println(messages.text("witness.started", List.of(address)));
            out.println(server.verifier().text());
            server.await();
            return 0;
        } catch (WitnessException e) {
            err.println(messages.text("witness." + e.problem(), List.of(e.where())));
            return USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int verifyLog(Task.VerifyLog task, PrintStream out, PrintStream err, Messages messages) {
        for (String file :
                Stream.concat(Stream.of(task.from()), task.keyFile().stream()).toList()) {
            if (existing(file).isEmpty()) {
                err.println(messages.text("usage.missing", List.of(file)));
                return USAGE;
            }
        }
        List<CheckResult> results = LogVerifier.verify(task);
        LogVerdict verdict = LogVerdict.of(results);
        new Report(out, messages).print(results, verdict);
        return verdict.exitCode();
    }

    private static int verifyPack(Task.VerifyPack task, PrintStream out, PrintStream err, Messages messages) {
        Optional<Path> pack = existing(task.pack());
        if (pack.isEmpty()) {
            err.println(messages.text("usage.missing", List.of(task.pack())));
            return USAGE;
        }
        List<CheckResult> results = PackVerifier.verify(pack.get(), task.expected(), BagLimits.DEFAULT);
        PackVerdict verdict = PackVerdict.of(results);
        new Report(out, messages).print(results, verdict);
        return verdict.exitCode();
    }

    /** Where the file or folder stands, if it does. */
    static Optional<Path> existing(String file) {
        try {
            return Optional.of(Path.of(file)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
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
