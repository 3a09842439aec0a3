package com.athento.deployment.refusal.rest;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts our translations in place of the stock ones. Both Jersey applications, {@code /engine-rest} and
 * {@code /camunda/api/engine}, read the same set of classes when they start.
 */
@Configuration(proxyBeanMethods = false)
class RestDoor {

    private static final Set<Class<?>> STOCK = Set.of(
            RestExceptionHandler.class,
            ProcessEngineExceptionHandler.class,
            JsonParseExceptionHandler.class,
            JsonMappingExceptionHandler.class,
            ExceptionHandler.class);

    private static final List<Class<?>> OURS = List.of(
            Sentences.OfRest.class,
            Sentences.OfEngine.class,
            Sentences.OfBrokenJson.class,
            Sentences.OfWrongJson.class,
            Sentences.OfAnythingElse.class,
            LooseTypes.class,
            WhereNothingWaits.class);

    @Bean
    static BeanFactoryPostProcessor sentencesForRest() {
        return beans -> {
            var classes = CamundaRestResources.getConfigurationClasses();
            classes.removeAll(STOCK);
            classes.addAll(OURS);
        };
    }
}
