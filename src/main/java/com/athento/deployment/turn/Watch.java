package com.athento.deployment.turn;

import com.athento.deployment.intervention.Reminding;

/**
 * That a task is looked at again, as an argument of a job: whether it has been done by then.
 *
 * @param round how often it has reminded until then
 */
record Watch(String task, Occasion occasion, int round, Pressure pressure, Reminding reminding) {

    static Watch of(String text) {
        var parts = text.split(" ", 5);
        return new Watch(
                parts[0],
                Occasion.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                Pressure.valueOf(parts[3]),
                // A job from before this was kept belongs to a task that tells the managers.
                parts.length > 4 ? Reminding.valueOf(parts[4]) : Reminding.WHEN_OVERDUE);
    }

    Watch on(Occasion other) {
        return new Watch(task, other, round, pressure, reminding);
    }

    Watch then(Occasion next) {
        return new Watch(task, next, next == occasion ? round + 1 : 0, pressure, reminding);
    }

    String text() {
        return "%s %s %d %s %s".formatted(task, occasion, round, pressure, reminding);
    }
}
