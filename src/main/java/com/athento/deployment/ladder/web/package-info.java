/** The ladder for the forms in which somebody has to choose. */
package com.athento.deployment.ladder.web;
