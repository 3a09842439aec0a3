/** What the form of the request asks while it is filled in. */
package com.athento.deployment.request.web;
