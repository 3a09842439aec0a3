package com.athento.deployment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The process application: one intervention is one instance of the model in {@code bpmn/}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Type4Deployment {

    public static void main(String[] arguments) {
        SpringApplication.run(Type4Deployment.class, arguments);
    }
}
