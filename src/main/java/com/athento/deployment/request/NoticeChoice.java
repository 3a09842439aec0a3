package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.NOTICE_CHANNELS;
import static com.athento.deployment.process.Variables.NO_NOTICE_REASON;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.Channels;
import com.athento.deployment.intervention.Choice;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Instance;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a request wants end users to be told.
 *
 * @param whyNone why they are not told; present where there is no channel, and nowhere else
 */
record NoticeChoice(Channels channels, Optional<String> whyNone) {

    private static final Choice<Channel> KNOWN = new Choice<>(Channel.class);

    private static final Kind<Channel> CHANNEL = Kind.of(KNOWN::find, "refused.notice.channel", KNOWN);

    static NoticeChoice of(String given, Optional<String> whyNone) {
        if (given.equals(Channels.NONE)) {
            return nobody(Optional.of(
                    whyNone.orElseThrow(() -> Refused.because("refused.notice.no-reason", NO_NOTICE_REASON))));
        }
        var chosen = Arrays.stream(given.split(",", -1))
                .map(channel -> CHANNEL.read(NOTICE_CHANNELS.name(), channel))
                .collect(Collectors.toSet());
        return new NoticeChoice(new Channels(chosen), Optional.empty());
    }

    /** Where nobody is going to be told, the reason may be missing. */
    static NoticeChoice kept(String given, Optional<String> whyNone) {
        return given.equals(Channels.NONE) ? nobody(whyNone) : of(given, whyNone);
    }

    private static NoticeChoice nobody(Optional<String> why) {
        return new NoticeChoice(new Channels(Set.of()), why);
    }

    String text() {
        return channels.text();
    }

    /** @throws Refused if users shall be told inside an application whose pages cannot show it */
    void checkAt(Instance instance) {
        if (channels.include(Channel.IN_APP) && instance.bannerOrigin().isEmpty()) {
            throw Refused.because("refused.notice.no-banner", NOTICE_CHANNELS, instance.code());
        }
    }
}
