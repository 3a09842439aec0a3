/** The ways out of trouble, in the order of the ladder: switch a flag off, mend it with a hotfix, roll back. */
package com.athento.deployment.ladder;
