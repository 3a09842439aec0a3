package com.athento.deployment.schedule.freezes;

/** What somebody says of a freeze, read and right. */
record Stated(String name, String reason, String contact, Scope scope, Times times) {

    static Stated of(Freeze freeze) {
        return new Stated(freeze.name(), freeze.reason(), freeze.contact(), freeze.scope(), freeze.times());
    }

    /** Whether it holds anything that the other one does not, or might. */
    boolean holdsMoreThan(Stated before) {
        return !before.scope.contains(scope) || !before.times.contains(times);
    }
}
