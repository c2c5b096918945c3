package org.sekisho.server.portal;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Boots Payara Micro from its unpacked form, waits until the launcher says that the database is there, and deploys the portal.
 *
 * <p>The launcher speaks on standard input, a word a line: {@code deploy}, {@code stop}. When it dies the pipe closes, and this
 * process ends at once. It is answered on standard output, in lines that begin with {@link #MARK}.
 */
public final class PortalMain {

    /** Begins a line that is meant for the launcher; the server's own log lines never do. */
    public static final String MARK = "sekisho: ";

    /** The server has booted and waits for the database. */
    public static final String BOOTED = "booted";

    /** The portal is deployed and initialised. */
    public static final String STARTED = "started";

    /** Followed by the reason; the process ends. */
    public static final String FAILED = "failed ";

    /** Asks for the portal: the database is there and migrated. */
    public static final String DEPLOY = "deploy";

    /** Asks for an orderly end. */
    public static final String STOP = "stop";

    /** The argument by which nothing is done ahead of the deployment: it takes longer, and is all the server's own. */
    public static final String PLAIN = "plain";

    private static final Logger LOG = Logger.getLogger(PortalMain.class.getName());
    private static final int FAILED_EXIT_CODE = 3;

    private final PrintStream launcher = System.out;
    private final CountDownLatch databaseReady = new CountDownLatch(1);
    private final Path portal;
    private final boolean plain;

    private volatile boolean booted;

    private PortalMain(Path portal, boolean plain) {
        this.portal = portal;
        this.plain = plain;
    }

    /** @param arguments the unpacked server, the folder of this run, the unpacked portal; {@link #PLAIN}, if it is to be so */
    public static void main(String[] arguments) {
        PortalMain main = new PortalMain(Path.of(arguments[2]), arguments.length > 3 && arguments[3].equals(PLAIN));
        try {
            main.run(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (ReflectiveOperationException | RuntimeException | Error failure) {
            main.end(failure);
        }
    }

    private void run(Path server, Path instance) throws ReflectiveOperationException {
        Thread listener = new Thread(this::listen, "launcher");
        listener.setDaemon(true);
        listener.start();
        Optional<EarlyTypes> types = plain ? Optional.empty() : Optional.of(EarlyTypes.read(portal));
        // What Payara's own launcher of an unpacked server sets, which insists on writing to the folder it lies in: the
        // jar whose
        // manifest names the class path, and the folder whose code the security policy trusts.
        Path bootJar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        System.setProperty("fish.payara.micro.BootJar", bootJar.toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", server.toString());
        Class<?> micro = Class.forName("fish.payara.micro.impl.PayaraMicroImpl");
        PayaraMicroBoot boot = (PayaraMicroBoot) micro.getMethod("getInstance").invoke(null);
        boot.setPostBootHandler(commands -> deploy(commands, types));
        // Everything else stands in the folder's configuration: each option here would cost the start a command.
        String[] options = {"--rootdir", instance.toString()};
        micro.getMethod("main", String[].class).invoke(null, (Object) options);
        tell(STARTED);
    }

    private void deploy(AdminCommandRunner commands, Optional<EarlyTypes> types) {
        tell(BOOTED);
        booted = true;
        if (!plain) {
            Thread containers = new Thread(new Containers(), "containers");
            containers.setDaemon(true);
            containers.start();
        }
        try {
            databaseReady.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        if (types.isPresent()) {
            DeploymentEvents.listen(types.get());
        }
        FailureReason reason = FailureReason.watch(this::fail);
        ClusterCommandResult result =
                commands.run("deploy", "--name=portal", "--contextroot=/", "--force=true", portal.toString());
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            fail(reason.orElse(String.valueOf(result.getOutput())));
        }
        reason.deployed();
    }

    /**
     * Ends the process, which threads of a server that is half started would keep alive. One that hasn't booted says nothing more: the
     * launcher tries once again, without what it kept from an earlier start.
     */
    private void end(Throwable failure) {
        LOG.log(Level.SEVERE, "The portal can't be started", failure);
        if (booted) {
            tell(FAILED + FailureReason.of(failure));
        }
        Runtime.getRuntime().halt(FAILED_EXIT_CODE);
    }

    /** Not by System.exit: the server is half started, and ending it in order could wait for ever. */
    private void fail(String reason) {
        tell(FAILED + reason);
        Runtime.getRuntime().halt(FAILED_EXIT_CODE);
    }

    private void listen() {
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                if (command.equals(DEPLOY)) {
                    databaseReady.countDown();
                } else if (command.equals(STOP)) {
                    System.exit(0);
                }
            }
        } catch (IOException torn) {
            tell(FAILED + torn.getMessage());
        }
        Runtime.getRuntime().halt(FAILED_EXIT_CODE);
    }

    private void tell(String message) {
        launcher.println(MARK + message.replaceAll("\\R", " "));
        launcher.flush();
    }
}
