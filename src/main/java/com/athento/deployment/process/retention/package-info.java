/** What our tables keep for a time only, and the nightly work that sees to it. */
package com.athento.deployment.process.retention;
