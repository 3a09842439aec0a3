/** What leaves the house by mail; driven by the model only. */
package com.athento.deployment.mail;
