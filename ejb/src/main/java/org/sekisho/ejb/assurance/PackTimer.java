package org.sekisho.ejb.assurance;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.assurance.pack.Lease;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/** Looks every five seconds whether a pack waits. What waits stands in the database; a node builds one pack at a time. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PackTimer {

    private static final Logger LOG = Logger.getLogger(PackTimer.class.getName());

    @Inject
    private PackBuildService service;

    @Inject
    private PackBuilder builder;

    @Inject
    private Installation installation;

    private final AtomicBoolean running = new AtomicBoolean();
    private final String node = node();

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        if (!installation.isDone() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            Caller.as(SystemJob.PACK_BUILDER, () -> {
                while (service.isWaiting()) {
                    Optional<BuildOrder> order = service.claim(node);
                    order.ifPresent(builder::build);
                }
                return true;
            });
        } catch (RuntimeException notNow) {
            // A timer whose method throws is thrown away by the container, and with it every pack to come.
            LOG.log(Level.WARNING, "Building packs is put off", notNow);
        } finally {
            running.set(false);
        }
    }

    /** The machine's name and the process, by which people find the node that builds. */
    private static String node() {
        String process = "-" + ProcessHandle.current().pid();
        String machine;
        try {
            machine = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            machine = "node";
        }
        return machine.substring(0, Math.min(machine.length(), Lease.NODE_LIMIT - process.length())) + process;
    }
}
