package com.athento.deployment.demo;

import com.athento.deployment.process.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The demo for machines: which mails left, and what time it is. */
@RestController
@Profile("demo")
@RequestMapping("/demo/api")
class DemoDoor {

    private static final String NEXT_TIMER = "next-timer";

    private final Letters letters;
    private final DemoClock clock;

    DemoDoor(Letters letters, DemoClock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /** The demo's time. */
    record Now(Instant now) {}

    /**
     * How the clock shall go forward: one of both.
     *
     * @param advance an ISO-8601 duration
     * @param to {@code next-timer}
     */
    record Jump(String advance, String to) {}

    @GetMapping("/mails")
    List<Letter> mails(@RequestParam(required = false) Optional<String> intervention) {
        return letters.of(intervention.filter(key -> !key.isBlank()));
    }

    @GetMapping("/clock")
    Now now() {
        return new Now(clock.now());
    }

    @PostMapping("/clock")
    Now jump(@RequestBody Jump jump) {
        if ((jump.advance() == null) == (jump.to() == null)) {
            throw Refused.because("advance: give either advance, such as PT1H, or to, which is %s", NEXT_TIMER);
        }
        if (jump.advance() != null) {
            return new Now(clock.to(Ahead.parse(jump.advance()).from(clock.now())));
        }
        if (!NEXT_TIMER.equals(jump.to())) {
            throw Refused.because("to: '%s' is not known; give %s", jump.to(), NEXT_TIMER);
        }
        return new Now(clock.toNextTimer());
    }
}
