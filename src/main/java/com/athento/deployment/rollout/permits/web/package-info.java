/** Where pipelines ask. */
package com.athento.deployment.rollout.permits.web;
