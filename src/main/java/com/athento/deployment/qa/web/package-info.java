/** What the form of the battery asks while it is filled in. */
package com.athento.deployment.qa.web;
