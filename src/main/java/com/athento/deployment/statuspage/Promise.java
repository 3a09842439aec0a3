package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.Channels;
import com.athento.deployment.process.Variables;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What the readers hold on to.
 *
 * @param inApp whether the instance itself shows it, too
 */
record Promise(Instant start, int minutes, boolean inApp) {

    static Promise of(VariableScope intervention) {
        return new Promise(
                Variables.WINDOW_START.in(intervention),
                Variables.DOWNTIME_MINUTES.in(intervention),
                Channels.of(Variables.NOTICE_CHANNELS.in(intervention)).include(Channel.IN_APP));
    }
}
