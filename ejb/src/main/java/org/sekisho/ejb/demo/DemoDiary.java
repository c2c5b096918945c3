package org.sekisho.ejb.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The past that the demo begins with: who did what how many days before the first start. */
final class DemoDiary {

    private final TreeMap<Integer, List<Runnable>> days = new TreeMap<>(Comparator.reverseOrder());

    /** Writes down an act; those of one day follow one another as they were written. */
    void on(int daysAgo, Runnable act) {
        days.computeIfAbsent(daysAgo, day -> new ArrayList<>()).add(act);
    }

    /**
     * Does everything, the oldest day first.
     *
     * @param morning told how many days ago it now is, before the day's acts
     */
    void relive(IntConsumer morning) {
        days.forEach((daysAgo, acts) -> {
            morning.accept(daysAgo);
            acts.forEach(Runnable::run);
        });
    }
}
