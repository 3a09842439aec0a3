package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.record.PlannedWindow;
import java.util.Set;

/**
 * A window of the planning.
 *
 * @param waitsFor the teams that have a task of its intervention
 * @param atRisk why it may not hold; empty where nothing speaks against it
 */
public record Entry(PlannedWindow window, Set<Team> waitsFor, Set<AtRisk> atRisk) {}
