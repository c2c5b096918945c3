package org.sekisho.proof.relay;

/** Threads that work for another one. */
public final class Threads {

    private Threads() {}

    /** Waits for the end of a thread, come what may; an interruption meanwhile is kept for the caller. */
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
