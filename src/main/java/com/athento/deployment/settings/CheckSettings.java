package com.athento.deployment.settings;

import com.athento.deployment.intervention.OneLine;
import com.athento.deployment.intervention.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuses what Spring would take in silence: a setting of ours that does not exist, wherever it is set, a duration
 * without a unit, which would be milliseconds, and a text that is not one line, since any of them may end up in a
 * header, a calendar, a feed or a log.
 */
@Configuration(proxyBeanMethods = false)
class CheckSettings {

    /** What our settings begin with. */
    private static final List<String> OURS = List.of("deployment", "register");

    @Bean
    static BeanFactoryPostProcessor noSettingIsMisspelt(ConfigurableEnvironment environment) {
        return beans -> {
            var unknown = unknown(environment, new KnownSettings(records(beans)));
            if (!unknown.isEmpty()) {
                throw new WrongSetting(String.join("\n", unknown));
            }
        };
    }

    @Bean
    static ConfigurationPropertiesBindHandlerAdvisor noValueIsAmbiguous() {
        return Judged::new;
    }

    private static Collection<Class<?>> records(ConfigurableListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .<Class<?>>map(name -> beans.getType(name, false))
                .filter(Objects::nonNull)
                .filter(Class::isRecord)
                .filter(type -> type.isAnnotationPresent(ConfigurationProperties.class))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> unknown(ConfigurableEnvironment environment, KnownSettings known) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> unknown((EnumerablePropertySource<?>) source, known))
                .distinct()
                .map(name -> "There is no setting '%s'; the nearest is '%s'.".formatted(name, known.nearest(name)))
                .toList();
    }

    private static Stream<String> unknown(EnumerablePropertySource<?> source, KnownSettings known) {
        return Arrays.stream(source.getPropertyNames())
                .filter(name -> source instanceof SystemEnvironmentPropertySource
                        ? beginsLikeOurs(name, "_") && !known.hasVariable(name)
                        : beginsLikeOurs(name, ".") && !known.has(name))
                // In a file, a heading without anything below it.
                .filter(name -> !String.valueOf(source.getProperty(name)).isBlank());
    }

    private static boolean beginsLikeOurs(String name, String separator) {
        return OURS.stream().anyMatch(ours -> name.toLowerCase(Locale.ROOT).startsWith(ours + separator));
    }

    private static final class Judged extends AbstractBindHandler {

        Judged(BindHandler parent) {
            super(parent);
        }

        @Override
        public Object onSuccess(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
            var written = context.getConfigurationProperty();
            if (written != null && beginsLikeOurs(name.toString(), ".")) {
                judge(name, String.valueOf(written.getValue()), result instanceof Duration);
            }
            return super.onSuccess(name, target, context, result);
        }

        private static void judge(ConfigurationPropertyName name, String written, boolean isDuration) {
            if (!OneLine.isOne(name + written)) {
                // It may be a secret: the value is not repeated.
                throw new WrongSetting("%s: has control characters or more than one line; give one line of plain text."
                        .formatted(PlainText.shown(name.toString())));
            }
            if (isDuration && written.strip().matches("[+-]?\\d+")) {
                throw new WrongSetting(
                        "%s: '%s' has no unit; give one of ms, s, m, h or d behind the number, such as 48h."
                                .formatted(name, written));
            }
        }
    }
}
