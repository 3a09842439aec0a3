package com.athento.deployment.overview.web;

import com.athento.deployment.process.Colleagues;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the application at a person's desk, Tasklist, cannot know by itself. */
@RestController
@RequestMapping("/api")
class DeskApi {

    private final Colleagues colleagues;
    private final Times times;

    DeskApi(Colleagues colleagues, Times times) {
        this.colleagues = colleagues;
        this.times = times;
    }

    /** By the clock that the engine follows; a browser's may be wrong, and the demo's moves. */
    @GetMapping("/now")
    Map<String, Instant> now() {
        return Map.of("now", times.now());
    }

    /** What people are called, by account; whoever has no name is absent. */
    @GetMapping("/colleagues")
    Map<String, String> colleagues() {
        return colleagues.names().byAccount();
    }
}
