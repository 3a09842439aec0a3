package com.athento.deployment.statuspage;

import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.process.jobs.LooseJobs;
import org.springframework.stereotype.Component;

/** An update is to be told: a job for each subscriber, so that none waits for another. */
@Component
class TellSubscribers implements LooseJob {

    static final String NAME = "tell-subscribers";

    private final StatusUpdates updates;
    private final Subscribers subscribers;
    private final LooseJobs jobs;

    TellSubscribers(StatusUpdates updates, Subscribers subscribers, LooseJobs jobs) {
        this.updates = updates;
        this.subscribers = subscribers;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String update) {
        var client = updates.clientOf(Long.parseLong(update));
        subscribers.of(client).forEach(subscriber -> jobs.add(TellSubscriber.NAME, update + " " + subscriber));
    }
}
