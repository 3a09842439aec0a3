package com.athento.deployment.qa;

import java.util.SortedSet;

/**
 * A run or plan of TestRail that results come from.
 *
 * @param name such as {@code R12}
 * @param runs numbers of its runs; a run has itself, a plan all of its
 * @param page where people look at it
 * @param isComplete whether nobody goes on testing; else its figures are those so far
 */
public record TakenRun(String name, SortedSet<Long> runs, String page, boolean isComplete) {}
