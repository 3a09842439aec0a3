package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.RELEASE_NOTES_URL;

import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variable;
import java.net.URI;
import java.net.URISyntaxException;

/** Where the release notes stand; the client gets this link. */
final class ReleaseNotes {

    private ReleaseNotes() {}

    static String of(String address) {
        if (!isOnTheWeb(address)) {
            throw Refused.because(
                    "%s: '%s' is not a web address; give one such as https://example.com/notes",
                    RELEASE_NOTES_URL, Variable.shown(address));
        }
        return address;
    }

    private static boolean isOnTheWeb(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
