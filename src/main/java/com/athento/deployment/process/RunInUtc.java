package com.athento.deployment.process;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * The JVM runs in UTC, wherever it stands: the engine writes due dates without a zone, in the JVM's, and two zones on
 * one database would disagree about every timer. Registered in {@code spring.factories}, so that it comes before the
 * log, the drivers and the engine, in each context of ours.
 */
class RunInUtc implements ApplicationListener<ApplicationStartingEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
