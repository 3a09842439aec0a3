package com.athento.deployment.process.forms;

import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the API under the web applications fill in forms. */
@Configuration(proxyBeanMethods = false)
class FormsDoor {

    @Bean
    static BeanFactoryPostProcessor formsInTheReadersLanguage() {
        return beans -> CamundaRestResources.getConfigurationClasses().add(FillForms.class);
    }
}
