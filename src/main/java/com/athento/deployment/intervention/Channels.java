package com.athento.deployment.intervention;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** By which channels end users are told; by none of them where nobody is. */
public record Channels(Set<Channel> chosen) {

    /** Stands alone, for nobody is told. */
    public static final String NONE = "NONE";

    public Channels {
        chosen = Set.copyOf(chosen);
    }

    /** @param text as an intervention names them: joined by commas, or NONE */
    public static Channels of(String text) {
        var names = List.of(text.split(","));
        return new Channels(Arrays.stream(Channel.values())
                .filter(channel -> names.contains(channel.name()))
                .collect(Collectors.toSet()));
    }

    public boolean include(Channel channel) {
        return chosen.contains(channel);
    }

    /** As {@link #of} takes it, in one order. */
    public String text() {
        return chosen.isEmpty()
                ? NONE
                : chosen.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
