package com.athento.deployment.security;

import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list of Tasklist's.
 *
 * @param priority where it stands among the others, from above
 */
record TaskList(String name, String description, String colour, int priority, TaskQuery query) {}
