/** What a refusal looks like in every door: one sentence for whoever caused it, and what holds now. */
package com.athento.deployment.refusal;
