package com.athento.deployment.security;

import java.util.Optional;

/** A path of ours, so that a link or a form cannot lead elsewhere. */
public final class LocalPath {

    private LocalPath() {}

    /** Nothing if it may lead to somebody else, or is no path. */
    public static Optional<String> in(String given) {
        return Optional.ofNullable(given).filter(path -> path.matches("/(?![/\\\\])[^\\s\\\\]*"));
    }
}
