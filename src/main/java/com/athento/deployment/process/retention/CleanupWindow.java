package com.athento.deployment.process.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The hours of the night in which the engine removes its own history; without any, all hours. */
@Component
class CleanupWindow {

    private final ProcessEngine engine;

    CleanupWindow(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** When work may begin: at a moment inside the window not later than that moment. */
    Instant from(Instant moment) {
        var window = settings().getBatchWindowManager().getCurrentOrNextBatchWindow(Date.from(moment), settings());
        return begin(window).orElse(moment);
    }

    /** The begin of the next one after the window that a moment lies in. */
    Instant after(Instant moment) {
        var window = settings().getBatchWindowManager().getNextBatchWindow(Date.from(moment), settings());
        return begin(window).orElseGet(() -> moment.plus(Duration.ofDays(1)));
    }

    private static Optional<Instant> begin(BatchWindow window) {
        return Optional.ofNullable(window).map(hours -> hours.getStart().toInstant());
    }

    private ProcessEngineConfigurationImpl settings() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
