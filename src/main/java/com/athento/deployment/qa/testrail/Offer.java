package com.athento.deployment.qa.testrail;

import java.util.List;

/**
 * What there is to take for a battery.
 *
 * @param available whether TestRail is set up at all
 * @param begins whether a run can be begun there from here
 */
public record Offer(boolean available, boolean begins, List<FoundRun> runs) {}
