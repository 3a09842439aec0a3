package com.athento.deployment.notice.banner;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.record.Announced;
import com.athento.deployment.record.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What an instance tells its users now. It is read from the public states, so a notice is put right or taken back with
 * the step that makes it wrong.
 */
@Component
class Banners {

    /** How long users still read how it went. */
    private static final Duration AFTERWARDS = Duration.ofHours(24);

    private final Notices notices;
    private final MailProperties mails;
    private final Clock clock;

    Banners(Notices notices, MailProperties mails, Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.clock = clock;
    }

    /** What that instance shows now, the next window first. */
    List<Banner> of(String instance) {
        var now = clock.instant();
        return notices.announced(instance, now.minus(AFTERWARDS)).stream()
                .filter(announced -> isShown(announced, now))
                .map(this::banner)
                .toList();
    }

    private static boolean isShown(Announced announced, Instant now) {
        var fresh = announced.happenedAt().plus(AFTERWARDS).isAfter(now);
        return switch (announced.state()) {
            case PLANNED -> announced.inApp() && !announced.noticeAt().isAfter(now);
            // As long as somebody may still reckon with the old date.
            case MOVED -> announced.told() && (fresh || announced.windowStart().isAfter(now));
            case IN_PROGRESS, VERIFYING, INTERRUPTED -> announced.inApp();
            case COMPLETED, ROLLED_BACK -> announced.inApp() && fresh;
            // Only what was announced need be taken back.
            case CANCELLED -> announced.told() && fresh;
        };
    }

    private Banner banner(Announced announced) {
        // Whoever has not read of another window before need not hear that it moved.
        var before = announced.movedFrom().filter(moved -> announced.told());
        var state = announced.state();
        var text = "banner." + state.name() + (state == PublicState.PLANNED && before.isPresent() ? ".moved" : "");
        return new Banner(
                announced.id(),
                state.name(),
                announced.windowStart(),
                before.orElse(null),
                texts(text, announced.downtimeMinutes()));
    }

    /** In each language. */
    private Map<String, String> texts(String key, int minutes) {
        return Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Language::code, language -> new Words(language).of(key, mails.product(), minutes)));
    }
}
