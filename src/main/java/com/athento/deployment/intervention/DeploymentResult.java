package com.athento.deployment.intervention;

/** How the deployment ended. */
public enum DeploymentResult {
    DEPLOYED,
    FAILED
}
