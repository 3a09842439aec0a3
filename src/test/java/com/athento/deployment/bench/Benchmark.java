package com.athento.deployment.bench;

import java.util.List;

/**
 * What is measured, by the first argument, with sizes behind it: {@code lifecycles} (a round, 30; counted rounds, 5),
 * {@code pages} (ended interventions, 50000; running ones, 2000), {@code approvals} (interventions, 10000),
 * {@code windows} (500), {@code readers} (clients, 1000; interventions of each, 50), {@code planning} (instances, 5000;
 * ended interventions, 100000; windows to come, 10000; freezes, 200). Without a word: lifecycles.
 */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var mode = words.isEmpty() || words.get(0).matches("\\d+") ? "lifecycles" : words.get(0);
        var sizes = words.stream()
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        switch (mode) {
            case "lifecycles" -> new Lifecycles(size(sizes, 0, 30), size(sizes, 1, 5)).measure();
            case "pages" -> new FirstPages(size(sizes, 0, 50_000), size(sizes, 1, 2000)).measure();
            case "approvals" -> new Approvals(size(sizes, 0, 10_000)).measure();
            case "readers" -> new Readers(size(sizes, 0, 1000), size(sizes, 1, 50)).measure();
            case "windows" -> new Windows(size(sizes, 0, 500)).measure();
            case "planning" ->
                new PlanningDoors(
                                size(sizes, 0, 5000),
                                size(sizes, 1, 100_000),
                                size(sizes, 2, 10_000),
                                size(sizes, 3, 200))
                        .measure();
            default ->
                throw new IllegalArgumentException(
                        "'%s' is not measured; give lifecycles, pages, approvals, windows, readers or planning"
                                .formatted(mode));
        }
        System.exit(0);
    }

    private static int size(int[] sizes, int position, int otherwise) {
        return sizes.length > position ? sizes[position] : otherwise;
    }
}
