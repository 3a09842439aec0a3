/** The page on which a client answers. */
package com.athento.deployment.consent.web;
