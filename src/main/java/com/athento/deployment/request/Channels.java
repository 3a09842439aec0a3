package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.NOTICE_CHANNELS;
import static com.athento.deployment.process.Variables.NO_NOTICE_REASON;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.Choice;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Instance;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How end users are told.
 *
 * @param text the channels joined by commas, or NONE
 * @param whyNone why they are not told; present for NONE and for nothing else
 */
record Channels(String text, Optional<String> whyNone) {

    private static final String NONE = "NONE";

    private static final Choice<Channel> KNOWN = new Choice<>(Channel.class);

    private static final Kind<Channel> CHANNEL =
            Kind.of(KNOWN::find, "is not known; give %s, or NONE alone".formatted(KNOWN));

    static Channels of(String given, Optional<String> whyNone) {
        if (given.equals(NONE)) {
            return new Channels(
                    NONE,
                    Optional.of(whyNone.orElseThrow(() -> Refused.because(
                            "%s: missing; say why nobody is told, or choose a channel", NO_NOTICE_REASON))));
        }
        return new Channels(
                Arrays.stream(given.split(",", -1))
                        .map(channel -> CHANNEL.read(NOTICE_CHANNELS.name(), channel))
                        .distinct()
                        .sorted()
                        .map(Enum::name)
                        .collect(Collectors.joining(",")),
                Optional.empty());
    }

    /** Where nobody is going to be told, the reason may be missing. */
    static Channels kept(String given, Optional<String> whyNone) {
        return given.equals(NONE) ? new Channels(NONE, whyNone) : of(given, whyNone);
    }

    /** @throws Refused if users shall be told inside an application whose pages cannot show it */
    void checkAt(Instance instance) {
        if (text.contains(Channel.IN_APP.name()) && instance.bannerOrigin().isEmpty()) {
            throw Refused.because(
                    "%s: nobody can be told inside %s, which has no banner-origin in the register; choose EMAIL, or have an admin add it",
                    NOTICE_CHANNELS, instance.code());
        }
    }
}
