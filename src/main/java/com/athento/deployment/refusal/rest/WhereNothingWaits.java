package com.athento.deployment.refusal.rest;

import com.athento.deployment.process.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;

/**
 * Who fetches external tasks waits for them, and under the web applications no request can: it would fail as a fault of
 * ours.
 */
class WhereNothingWaits implements ContainerRequestFilter {

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getUriInfo().getPath().endsWith("external-task/fetchAndLock") && !request.isAsyncSupported()) {
            throw new Refused(Refused.Reason.UNKNOWN, "refused.guard.fetch", "/engine-rest/external-task/fetchAndLock");
        }
    }
}
