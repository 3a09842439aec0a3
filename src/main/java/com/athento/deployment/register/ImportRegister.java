package com.athento.deployment.register;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Reads the register file at every start: creates what is missing, updates names, contacts and
 * hours, and leaves alone which version an instance runs. With a fault anywhere nothing is taken
 * and the application does not start.
 */
@Component
@DependsOnDatabaseInitialization
class ImportRegister implements InitializingBean {

    private final RegisterProperties properties;
    private final ResourceLoader resources;
    private final Register register;
    private final UpdateRegister update;

    ImportRegister(
            RegisterProperties properties,
            ResourceLoader resources,
            Register register,
            UpdateRegister update) {
        this.properties = properties;
        this.resources = resources;
        this.register = register;
        this.update = update;
    }

    @Override
    public void afterPropertiesSet() {
        properties.file().filter(file -> !file.isBlank()).ifPresent(this::take);
    }

    private void take(String file) {
        try (var yaml = open(file)) {
            take(file, yaml);
        } catch (IOException unreadable) {
            throw new BadRegister(
                    file,
                    List.of(
                            "there is no such file to read; give the path of a YAML file, or leave register.import out"));
        }
    }

    private Reader open(String file) throws IOException {
        Resource resource =
                file.matches("[a-z]{2,}:.*")
                        ? resources.getResource(file)
                        : new FileSystemResource(file);
        return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
    }

    void take(String file, Reader yaml) {
        var faults = new Faults();
        var read = RegisterFile.read(yaml, faults);
        stopAt(faults, file);
        update.atOnce(
                () -> {
                    mustStayWithTheirClients(read, faults);
                    stopAt(faults, file);
                    read.clients().forEach(this::write);
                });
    }

    private void mustStayWithTheirClients(RegisterFile read, Faults faults) {
        for (var client : read.clients()) {
            for (var entry : client.instances()) {
                var code = entry.instance().code();
                register.instance(code)
                        .map(Instance::clientCode)
                        .filter(other -> !other.equals(client.client().code()))
                        .ifPresent(
                                other ->
                                        faults.add(
                                                entry.place(),
                                                "code: '%s' belongs to client %s and stays with it"
                                                        .formatted(code, other)));
            }
        }
    }

    private void write(RegisterFile.ClientEntry entry) {
        update.client(entry.client());
        update.contacts(entry.client().code(), entry.contacts());
        entry.instances().forEach(instance -> update.instanceButItsVersion(instance.instance()));
    }

    private static void stopAt(Faults faults, String file) {
        if (!faults.isEmpty()) {
            throw new BadRegister(file, faults.sentences());
        }
    }
}
