/** The nouns of the procedure; they know only {@code java.*}. */
package com.athento.deployment.intervention;
