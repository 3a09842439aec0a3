/** The pages, the JSON and the diagram of the overview. */
package com.athento.deployment.overview.web;
