package com.athento.deployment.register;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where the register comes from.
 *
 * @param file path of the YAML file that is read at start, or {@code classpath:} and a path
 */
@ConfigurationProperties("register")
record RegisterProperties(@Name("import") Optional<String> file) {

    /** Where no setting of the room is given, as in production, there is nothing to bind at all. */
    RegisterProperties {
        file = file == null ? Optional.empty() : file;
    }
}
