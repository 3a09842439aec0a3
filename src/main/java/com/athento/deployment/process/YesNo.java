package com.athento.deployment.process;

import java.util.List;
import java.util.Optional;

/** True or false, also where it is sent as text. */
record YesNo() implements Kind<Boolean> {

    private static final Kind<Boolean> WRITTEN = Kind.of(YesNo::written, "refused.value.yes-no");

    @Override
    public Boolean read(String where, Object given) {
        return WRITTEN.read(where, given);
    }

    @Override
    public List<Boolean> values() {
        return List.of(true, false);
    }

    private static Optional<Boolean> written(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
