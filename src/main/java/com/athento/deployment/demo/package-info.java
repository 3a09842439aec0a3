/** What only the demo profile has. */
package com.athento.deployment.demo;
