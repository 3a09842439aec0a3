package com.athento.deployment.schedule.freezes;

import com.athento.deployment.process.jobs.LooseJobs;
import org.springframework.stereotype.Component;

/** What follows when a freeze is made or changed: jobs whose argument is its number, in the same transaction. */
@Component
public class FreezeMade {

    /** The job that tells whoever it concerns. */
    public static final String IS_TOLD = "tell-freeze";

    /** The job that opens to managers what systems cannot start any more. */
    public static final String LETS_MANAGERS_START = "let-managers-start-frozen";

    private final LooseJobs jobs;

    FreezeMade(LooseJobs jobs) {
        this.jobs = jobs;
    }

    void follows(Freeze freeze) {
        jobs.add(IS_TOLD, String.valueOf(freeze.id()));
        jobs.add(LETS_MANAGERS_START, String.valueOf(freeze.id()));
    }
}
