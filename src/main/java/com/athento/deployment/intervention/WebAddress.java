package com.athento.deployment.intervention;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a page that a browser opens: http or https, with a host, and not endless. */
public final class WebAddress {

    /** As much as our tables keep. */
    public static final int LONGEST = 1000;

    private WebAddress() {}

    /** What a text that is none should have been; ends a sentence that begins with it. */
    public static Sentence whatWouldBeRight(String example) {
        return Sentence.of("refused.value.web-address", example);
    }

    public static boolean isOne(String text) {
        try {
            var address = new URI(text);
            return text.length() <= LONGEST
                    && OneLine.isOne(text)
                    && address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
