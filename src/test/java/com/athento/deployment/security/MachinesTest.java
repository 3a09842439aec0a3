package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.intervention.Person;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a machine may that sends its password with every request: what its account may now, not a moment ago. */
@ApplicationTest
class MachinesTest {

    private static final String ENGINE = "/engine-rest/process-definition/count";
    private static final String ADMINS = "/actuator/metrics";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    MeterRegistry meters;

    @Autowired
    PlatformTransactionManager transactions;

    /** Another one for each test, since what was guessed is remembered. */
    private final String account = "machine" + System.nanoTime();

    @BeforeEach
    void thereIsAMachine() {
        var user = identity.newUser(account);
        user.setPassword("right");
        identity.saveUser(user);
    }

    @AfterEach
    void isForgotten() {
        identity.deleteUser(account);
        identity.deleteGroup(account);
    }

    @Test
    void itsPasswordIsCheckedOnceForAWhile() {
        var before = counted("right");
        for (int n = 0; n < 3; n++) {
            sends("right").get(ENGINE).isFine();
            sends("right").get("/api/interventions").isFine();
        }

        assertThat(counted("right")).isEqualTo(before + 1);
    }

    @Test
    void aWrongPasswordBesideItIsRefusedAndCounted() {
        sends("right").get(ENGINE).isFine();
        var before = counted("wrong");

        sends("wrong").get(ENGINE).isRefused(401);
        sends("wrong").get(ENGINE).isRefused(401);

        assertThat(counted("wrong")).isEqualTo(before + 2);
        sends("right").get(ENGINE).isFine();
    }

    @Test
    void whereTooManyWereGuessedTheRightOneIsRefusedThoughItWasKnown() {
        sends("right").get(ENGINE).isFine();
        for (int n = 0; n < Guesses.AT_ONCE; n++) {
            sends("wrong").get(ENGINE).isRefused(401);
        }

        sends("right").get(ENGINE).isRefused(429);
        sends("right").get("/api/interventions").isRefused(429);
    }

    @Test
    void anotherPasswordHoldsAtOnce() {
        sends("right").get(ENGINE).isFine();

        var user = identity.createUserQuery().userId(account).singleResult();
        user.setPassword("another");
        identity.saveUser(user);

        sends("right").get(ENGINE).isRefused(401);
        sends("another").get(ENGINE).isFine();
    }

    @Test
    void whoIsGoneIsOutAtOnce() {
        sends("right").get(ENGINE).isFine();

        identity.deleteUser(account);

        sends("right").get(ENGINE).isRefused(401);
    }

    @Test
    void groupsComeAndGoAtOnce() {
        assertThat(sends("right").get(ENGINE).isFine().body()).contains("\"count\":0");
        sends("right").get(ADMINS).isRefused(403);

        identity.createMembership(account, Person.OUR_ADMINS);

        assertThat(sends("right").get(ENGINE).isFine().body()).doesNotContain("\"count\":0");
        sends("right").get(ADMINS).isFine();

        identity.deleteMembership(account, Person.OUR_ADMINS);

        assertThat(sends("right").get(ENGINE).isFine().body()).contains("\"count\":0");
        sends("right").get(ADMINS).isRefused(403);
    }

    /** Rights that were given to a group outlive it. */
    @Test
    void aGroupThatIsGoneIsNobodysAtOnce() {
        identity.saveGroup(identity.newGroup(account));
        identity.createMembership(account, account);
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(account);
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId(Authorization.ANY);
        right.addPermission(Permissions.READ);
        var id = authorizations.saveAuthorization(right).getId();
        try {
            assertThat(sends("right").get(ENGINE).isFine().body()).doesNotContain("\"count\":0");

            identity.deleteGroup(account);

            assertThat(sends("right").get(ENGINE).isFine().body()).contains("\"count\":0");
        } finally {
            authorizations.deleteAuthorization(id);
        }
    }

    /** Whoever asks between the change and its commit is let in once more, and not for longer. */
    @Test
    void whatWasCheckedBeforeTheCommitIsNotKeptBeyondIt() {
        new TransactionTemplate(transactions).executeWithoutResult(change -> {
            identity.deleteUser(account);
            sends("right").get(ENGINE).isFine();
        });

        sends("right").get(ENGINE).isRefused(401);
    }

    private double counted(String outcome) {
        return meters.counter("deployment.passwords", "outcome", outcome).count();
    }

    private Visit sends(String password) {
        var login = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Visit.nobody(port)
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
}
