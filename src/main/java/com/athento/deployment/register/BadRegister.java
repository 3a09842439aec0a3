package com.athento.deployment.register;

import java.util.List;

/** The register file has faults, and nothing of it was taken. */
class BadRegister extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<String> faults;

    BadRegister(String file, List<String> faults) {
        super("register.import: '%s' was not imported; %s".formatted(file, String.join("; ", faults)));
        this.file = file;
        this.faults = faults;
    }

    String file() {
        return file;
    }

    /** One sentence each, with its line. */
    List<String> faults() {
        return faults;
    }
}
