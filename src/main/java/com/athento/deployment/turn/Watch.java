package com.athento.deployment.turn;

/**
 * That a task is looked at again, as an argument of a job: whether it has been done by then.
 *
 * @param round how often it has reminded until then
 */
record Watch(String task, Occasion occasion, int round, Pressure pressure) {

    static Watch of(String text) {
        var parts = text.split(" ", 4);
        return new Watch(
                parts[0],
                Occasion.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                Pressure.valueOf(parts[3]));
    }

    Watch then(Occasion next) {
        return new Watch(task, next, next == occasion ? round + 1 : 0, pressure);
    }

    String text() {
        return "%s %s %d %s".formatted(task, occasion, round, pressure);
    }
}
