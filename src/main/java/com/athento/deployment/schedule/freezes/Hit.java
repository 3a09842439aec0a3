package com.athento.deployment.schedule.freezes;

import com.athento.deployment.record.PlanToCome;

/**
 * That a freeze meets a window which is planned.
 *
 * @param excepted whether an exception lets it pass
 */
public record Hit(PlanToCome window, Frozen frozen, boolean excepted) {}
