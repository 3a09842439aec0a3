/** The board of all instances, for people and for programs. */
package com.athento.deployment.readiness.web;
