package com.athento.deployment.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Two people who act at the same instant. */
public final class SameInstant implements AutoCloseable {

    private final ExecutorService people = Executors.newFixedThreadPool(2);

    /** What each of the two got. */
    public <T> List<T> both(Callable<T> first, Callable<T> second) throws Exception {
        var barrier = new CyclicBarrier(2);
        var both = people.invokeAll(Stream.of(first, second)
                .<Callable<T>>map(action -> () -> {
                    barrier.await();
                    return action.call();
                })
                .toList());
        var answers = new ArrayList<T>();
        for (var answer : both) {
            answers.add(answer.get());
        }
        return answers;
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
