package com.athento.deployment.demo;

import com.athento.deployment.intervention.Person;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo, created at the first start. */
@Component
@Profile("demo")
@DependsOn("rights")
class Accounts implements InitializingBean {

    /** Everybody's password. */
    static final String PASSWORD = "demo";

    private final IdentityService identity;

    Accounts(IdentityService identity) {
        this.identity = identity;
    }

    /** One person of the demo; {@code admin} is created by the engine's own setting. */
    enum Account {
        PRODUCT("product", "Paula", "Prado", "product"),
        PRODUCT2("product2", "Pedro", "Prieto", "product"),
        PROJECT("project", "Rosa", "Robles", "project"),
        PROJECT2("project2", "Raúl", "Rey", "project"),
        SUPPORT("support", "Sara", "Soto", "support"),
        SUPPORT2("support2", "Simón", "Sanz", "support"),
        SYSTEMS("systems", "Tomás", "Torres", "systems"),
        QA("qa", "Quima", "Quintana", "qa"),
        MANAGER("manager", "Marina", "Mora", "managers"),
        ADMIN("admin", "Ada", "Admin", Person.OUR_ADMINS);

        final String id;
        final String group;
        private final String firstName;
        private final String lastName;

        Account(String id, String firstName, String lastName, String group) {
            this.id = id;
            this.group = group;
            this.firstName = firstName;
            this.lastName = lastName;
        }

        /** The templates read it. */
        public String id() {
            return id;
        }

        public String group() {
            return group;
        }

        String email() {
            return id + "@athento.example";
        }

        public String fullName() {
            return firstName + " " + lastName;
        }

        static List<Account> of(String group) {
            return Arrays.stream(values())
                    .filter(account -> account.group.equals(group))
                    .toList();
        }
    }

    @Override
    public void afterPropertiesSet() {
        for (var account : Account.values()) {
            if (isMissing(account)) {
                create(account);
            }
            if (isOutside(account)) {
                identity.createMembership(account.id, account.group);
            }
        }
    }

    private boolean isMissing(Account account) {
        return identity.createUserQuery().userId(account.id).count() == 0;
    }

    private void create(Account account) {
        var user = identity.newUser(account.id);
        user.setFirstName(account.firstName);
        user.setLastName(account.lastName);
        user.setEmail(account.email());
        user.setPassword(PASSWORD);
        identity.saveUser(user);
    }

    private boolean isOutside(Account account) {
        return identity.createGroupQuery()
                        .groupId(account.group)
                        .groupMember(account.id)
                        .count()
                == 0;
    }
}
