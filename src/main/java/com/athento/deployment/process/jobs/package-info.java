/** Jobs that belong to no intervention, how long a job may take, and when a failed one is tried again. */
package com.athento.deployment.process.jobs;
