package com.athento.deployment.process;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * What happens to a job that failed: it waits for its next attempt. After the last one only a
 * person tries it again, and then at once; the engine would add the longest pause of all.
 */
class RetryByHand extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;

    RetryByHand(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    @Override
    public Object execute(CommandContext commands) {
        var result = super.execute(commands);
        var job = getJob();
        if (job != null && job.getRetries() == 0) {
            job.setDuedate(ClockUtil.getCurrentTime());
        }
        return result;
    }
}
