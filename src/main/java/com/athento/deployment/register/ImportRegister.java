package com.athento.deployment.register;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.post.MailProperties;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Reads the register file at every start: creates what is missing, updates names, contacts and hours, and leaves alone
 * which version an instance runs, and every client or version of the product that somebody has changed over the API
 * since. With a fault anywhere nothing is taken and the application does not start.
 */
@Component
@DependsOnDatabaseInitialization
class ImportRegister implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRegister.class);

    private final RegisterProperties properties;
    private final RegisterText files;
    private final Register register;
    private final UpdateRegister update;
    private final ProductVersions versions;
    private final MailProperties mails;

    ImportRegister(
            RegisterProperties properties,
            ResourceLoader resources,
            Register register,
            UpdateRegister update,
            ProductVersions versions,
            MailProperties mails) {
        this.mails = mails;
        this.properties = properties;
        this.files = new RegisterText(resources);
        this.register = register;
        this.update = update;
        this.versions = versions;
    }

    @Override
    public void afterPropertiesSet() {
        properties.file().filter(file -> !file.isBlank()).ifPresent(this::take);
    }

    private void take(String file) {
        take(file, new StringReader(files.text(file)));
    }

    void take(String file, Reader yaml) {
        var faults = new Faults();
        var read = RegisterFile.read(yaml, mails, faults);
        stopAt(faults, file);
        var outOfReach = new ArrayList<String>();
        var versionsOutOfReach = new ArrayList<String>();
        update.atOnce(() -> {
            outOfReach.clear();
            versionsOutOfReach.clear();
            mustStayWithTheirClients(read, faults);
            stopAt(faults, file);
            read.clients().stream()
                    .filter(client -> !write(client))
                    .map(client -> client.client().code())
                    .forEach(outOfReach::add);
            read.versions().stream()
                    .filter(version -> !versions.takeFromFile(version))
                    .map(ProductVersion::name)
                    .forEach(versionsOutOfReach::add);
        });
        warn(file, outOfReach, read);
        if (!versionsOutOfReach.isEmpty()) {
            LOG.warn(
                    "register.import: '{}' no longer rules {}, since somebody has changed what it says over the API;"
                            + " PUT /api/versions/<line>/<version> with {\"source\": \"FILE\"} gives a version back to the file from the next start on",
                    file,
                    String.join(", ", versionsOutOfReach));
        }
    }

    private void warn(String file, List<String> outOfReach, RegisterFile read) {
        if (!outOfReach.isEmpty()) {
            LOG.warn(
                    "register.import: '{}' no longer rules {}, since an admin has changed what it says over the API;"
                            + " PUT /api/clients/<code> with {\"source\": \"FILE\"} gives a client back to the file from the next start on",
                    file,
                    String.join(", ", outOfReach));
        }
        read.clients().stream()
                .map(client -> client.client().code())
                .flatMap(code -> Contact.warnings(code, register.contacts(code)).stream())
                .forEach(warning -> LOG.warn("register.import: '{}': {}", file, warning));
    }

    private void mustStayWithTheirClients(RegisterFile read, Faults faults) {
        for (var client : read.clients()) {
            client.instances().forEach(entry -> mustStayWith(client.client().code(), entry, faults));
        }
    }

    private void mustStayWith(String client, RegisterFile.InstanceEntry entry, Faults faults) {
        var code = entry.instance().code();
        register.instance(code)
                .map(Instance::clientCode)
                .filter(other -> !other.equals(client))
                .ifPresent(other -> faults.add(entry.place(), Sentence.of("refused.register.belongs-to", code, other)));
    }

    /** Whether all of it was taken; of a client that the file does not rule, new instances are. */
    private boolean write(RegisterFile.ClientEntry entry) {
        if (update.isOutOfReach(entry.client().code())) {
            entry.instances().stream()
                    .map(RegisterFile.InstanceEntry::instance)
                    .filter(instance -> register.instance(instance.code()).isEmpty())
                    .forEach(update::instanceButItsVersion);
            return false;
        }
        update.client(entry.client());
        update.contacts(entry.client().code(), entry.contacts());
        entry.instances().forEach(instance -> update.instanceButItsVersion(instance.instance()));
        return true;
    }

    private static void stopAt(Faults faults, String file) {
        if (!faults.isEmpty()) {
            throw new BadRegister(
                    file, faults.sentences().stream().map(Sentence::toString).toList());
        }
    }
}
