package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.schedule.freezes.Frozen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What stands around the windows: of one client where that is chosen, else what holds for all.
 *
 * @param frozen when nothing is deployed
 * @param freeDays holidays and closed days, by their names
 * @param worked when it works
 * @param maintenance when it has agreed that we may work
 */
public record Around(
        List<Frozen> frozen, Map<LocalDate, String> freeDays, List<Interval> worked, List<Interval> maintenance) {}
