/**
 * What the procedure costs on top of the bare engine; run by {@code ./mvnw -Pbench -DskipTests test-compile exec:java}.
 */
package com.athento.deployment.bench;
