package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.TARGET_VERSION;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import java.util.Optional;

/**
 * The version that shall run afterwards: a higher one for a version upgrade, none for any other kind of change. Going
 * back is a rollback and is never requested.
 */
final class TargetVersion {

    private static final Kind<Version> VERSION = Kind.version("24.2.0");

    private TargetVersion() {}

    static Optional<Version> of(ChangeKind kind, Optional<String> text, Version current) {
        return kind.movesVersion() ? Optional.of(upgrade(text, current)) : text.map(version -> refuse(kind, version));
    }

    /** Where the request ends at once, one may be left out, and need not be higher. */
    static Optional<Version> kept(ChangeKind kind, Optional<String> text) {
        return text.map(version -> kind.movesVersion() ? read(version) : refuse(kind, version));
    }

    private static Version upgrade(Optional<String> text, Version current) {
        var given = text.orElseThrow(() -> Refused.because("refused.target.missing", TARGET_VERSION, current));
        var target = read(given);
        if (target.compareTo(current) <= 0) {
            throw Refused.because("refused.target.not-higher", TARGET_VERSION, target, current);
        }
        return target;
    }

    /** @throws Refused if it is none */
    static Version read(String given) {
        return VERSION.read(TARGET_VERSION.name(), given);
    }

    private static Version refuse(ChangeKind kind, String version) {
        throw Refused.because("refused.target.moves-nothing", TARGET_VERSION, PlainText.quoted(version), kind);
    }
}
