package com.athento.deployment;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.ModelCoverage;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a free port, as the demo runs it, with a database in memory. Timers and mails wait until a
 * test runs their jobs, and nobody tries a link too often. Whoever adds nothing to it shares its one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:procedure;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "deployment.consent.attempts-per-minute=1000000",
            // They all ask for the same few windows.
            "deployment.capacity.at-once=1000"
        })
@ActiveProfiles("demo")
@Import({Lifecycle.class, ModelCoverage.class})
public @interface ApplicationTest {}
