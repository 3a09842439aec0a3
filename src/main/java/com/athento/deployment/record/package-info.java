/** What is on record of the interventions: each step writes its own table, everybody else reads it through here. */
package com.athento.deployment.record;
