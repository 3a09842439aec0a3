package com.athento.deployment.process.jobs;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;

/** What the engine does with a {@link LooseJob} when its turn has come. */
class RunLooseJob implements JobHandler<RunLooseJob.Call> {

    static final String TYPE = "loose-job";

    private final ObjectProvider<LooseJob> jobs;

    RunLooseJob(ObjectProvider<LooseJob> jobs) {
        this.jobs = jobs;
    }

    /** Which one, and with what; kept as "name argument". */
    record Call(String name, String argument) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return name + " " + argument;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Call call, ExecutionEntity execution, CommandContext commands, String tenant) {
        // Most of them talk to somebody else's server, so none begins shortly before its lock ends.
        JobTime.ofTheRunningJob();
        jobs.stream()
                .filter(job -> job.name().equals(call.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no job is called " + call.name()))
                .run(call.argument());
    }

    @Override
    public Call newConfiguration(String text) {
        var parts = text.split(" ", 2);
        return new Call(parts[0], parts[1]);
    }

    @Override
    public void onDelete(Call call, JobEntity job) {}
}
