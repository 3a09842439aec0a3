package com.athento.deployment.register;

import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Kind;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register file: clients with their contacts and instances, and the product's versions, all of them right. */
record RegisterFile(List<ClientEntry> clients, List<ProductVersion> versions) {

    /** A client and what belongs to it. */
    record ClientEntry(Client client, List<Contact> contacts, List<InstanceEntry> instances) {}

    /**
     * An instance.
     *
     * @param place where it stands in the file
     */
    record InstanceEntry(String place, Instance instance) {}

    /** Reads the file; with any fault among the faults, what is returned must not be used. */
    static RegisterFile read(Reader yaml, MailProperties mails, Faults faults) {
        var reading = new Reading(mails, faults);
        return YamlFile.read(yaml, faults)
                .map(root -> new Fields(root, Fields.DASHED, faults))
                .map(reading::file)
                .orElse(new RegisterFile(List.of(), List.of()));
    }

    /** One pass over a file; codes are remembered, for each may be used once. */
    private static final class Reading {

        private final Map<String, String> clientCodes = new HashMap<>();
        private final Map<String, String> instanceCodes = new HashMap<>();
        private final Map<String, String> versions = new HashMap<>();
        private final MailProperties mails;
        private final Faults faults;

        Reading(MailProperties mails, Faults faults) {
            this.mails = mails;
            this.faults = faults;
        }

        RegisterFile file(Fields root) {
            if (!root.has("clients") && faults.isEmpty()) {
                root.fault("clients", "refused.register.no-clients");
            }
            var clients = root.list("clients").stream().map(this::client).toList();
            var versions = root.list("versions").stream().map(this::version).toList();
            root.noOthers();
            return new RegisterFile(clients, versions);
        }

        private ProductVersion version(Fields fields) {
            var line = fields.required("line", Kind.word(Instance.Line.class));
            var version = fields.required("version", Kinds.VERSION);
            var earlier = line == null || version == null
                    ? null
                    : versions.putIfAbsent("%s %s".formatted(line, version.plain()), fields.place());
            if (earlier != null) {
                fields.fault("version", "refused.register.code-twice", version, earlier);
            }
            var product = Entries.productVersion(fields, line, version, Optional.empty());
            fields.noOthers();
            return product;
        }

        private ClientEntry client(Fields fields) {
            var code = code(fields, clientCodes);
            var client = Entries.client(fields, code, Optional.empty());
            var contacts = Entries.contacts(fields, mails);
            var instances = new ArrayList<InstanceEntry>();
            for (var instance : fields.list("instances")) {
                instances.add(new InstanceEntry(
                        instance.place(),
                        Entries.instance(instance, code(instance, instanceCodes), code, Optional.empty())));
                instance.noOthers();
            }
            fields.noOthers();
            return new ClientEntry(client, contacts, instances);
        }

        private static String code(Fields fields, Map<String, String> used) {
            var code = fields.required("code", Kinds.CODE);
            var earlier = code == null ? null : used.putIfAbsent(code, fields.place());
            if (earlier != null) {
                fields.fault("code", "refused.register.code-twice", code, earlier);
            }
            return code;
        }
    }
}
