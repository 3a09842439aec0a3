/** Batteries from TestRail, where the tests are documented and run. */
package com.athento.deployment.qa.testrail;
