/** What the form of the battery, and pipelines, ask and send. */
package com.athento.deployment.qa.web;
