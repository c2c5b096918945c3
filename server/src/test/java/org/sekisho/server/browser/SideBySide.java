package org.sekisho.server.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works through a list of tasks with several browsers at once. A browser and whoever sits at it belong to one thread. What two tasks of
 * one list do must not depend on which of them is first, and no account may read two languages: the portal remembers one for each.
 */
final class SideBySide {

    private static final int BROWSERS = 2;

    private final String url;

    /** @param url of the portal */
    SideBySide(String url) {
        this.url = url;
    }

    /** Something to do, by people who come for it. */
    interface Task {
        void perform(Visitors visitors) throws Exception;
    }

    /** Returns when all are done; of tasks that failed, the first failure found is thrown, after the others had their turn. */
    void perform(List<Task> tasks) throws InterruptedException, ExecutionException {
        Queue<Task> waiting = new ConcurrentLinkedQueue<>(tasks);
        ExecutorService threads = Executors.newFixedThreadPool(BROWSERS);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < BROWSERS; i++) {
                String name = "side-" + i;
                all.add(threads.submit(() -> work(waiting, name)));
            }
            for (Future<Boolean> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean work(Queue<Task> waiting, String name) throws Exception {
        try (RunningBrowser browser = RunningBrowser.start()) {
            for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
                try (Visitors visitors = new Visitors(url, browser, List.of(Scripts.AXE))) {
                    perform(task, visitors, name);
                }
            }
        }
        return true;
    }

    private static void perform(Task task, Visitors visitors, String name) throws Exception {
        boolean done = false;
        try {
            task.perform(visitors);
            done = true;
        } finally {
            if (!done) {
                visitors.picture(Path.of("target", "screenshots"), name);
            }
        }
    }
}
