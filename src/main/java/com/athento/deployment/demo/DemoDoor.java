package com.athento.deployment.demo;

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

    private final Letters letters;
    private final DemoClock clock;

    DemoDoor(Letters letters, DemoClock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /** The demo's time. */
    record Now(Instant now) {}

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
        return new Now(jump.with(clock));
    }
}
