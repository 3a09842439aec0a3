/** Results of tests as the tools write them, test by test: what the figures of a battery are counted from. */
package com.athento.deployment.qa.results;
