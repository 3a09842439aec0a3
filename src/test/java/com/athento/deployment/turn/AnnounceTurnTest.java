package com.athento.deployment.turn;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.LIFECYCLE;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.post.ReadersLanguages;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.jobs.ToBeContinued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told that a task waits for them, when, and when not. */
class AnnounceTurnTest extends ToldStaffTest {

    /** A Tuesday, an hour before midnight in Madrid. */
    private static final Instant NIGHT = Instant.parse("2027-02-02T22:00:00Z");

    private static final Instant NEXT_MORNING = Instant.parse("2027-02-03T07:00:00Z");

    @Autowired
    JavaMailSenderImpl mailServer;

    @Autowired
    TurnMailsInHand inHand;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ReadersLanguages readers;

    /** Of the newest model; a task without candidates would be told to nobody. */
    @Test
    void everyTaskOfTheModelIsToldToSomebodyInBothLanguages() {
        var tasks = tasksOfTheModel();
        var spanish = new ModelWords(Language.ES);

        assertThat(tasks).hasSizeGreaterThan(10);
        assertThat(tasks.values())
                .allSatisfy(
                        task -> assertThat(task.getCandidateGroupIdExpressions().size()
                                        + task.getCandidateUserIdExpressions().size())
                                .as(task.getKey())
                                .isPositive());
        assertThat(tasks.keySet()).allSatisfy(task -> {
            assertThat(spanish.find(task)).as(task).isPresent();
            assertThat(spanish.find(task + ".documentation")).as(task).isPresent();
        });
    }

    @Test
    void everyTaskOfALifecycleAnnouncesItself() {
        var intervention = lifecycle.supported().closes();

        assertThat(database.sql("""
                                        select element from timeline
                                        where intervention_key = ? and task is not null
                                        and task not in (select task from turn_mail)""")
                        .param(intervention.key())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void aTeamHearsOfItAtItsAddressAndElseEachOfItsMembers() {
        lifecycle.requested();

        // The demo's project has an address, its product team has two members and none.
        assertThat(rows())
                .containsExactlyInAnyOrder(
                        "product@athento.example WAITING",
                        "product2@athento.example WAITING",
                        "proyecto@athento.example WAITING");
    }

    @Test
    void whoeverAskedIsNotToldThatTheyMayApprove() {
        lifecycle.now(Lifecycle.MORNING);
        lifecycle.requestedBy("product", Map.of());

        assertThat(rows())
                .containsExactlyInAnyOrder("product2@athento.example WAITING", "proyecto@athento.example WAITING");
    }

    @Test
    void theMailSaysWhatIsAskedAndLeadsToTheTask() {
        var intervention = lifecycle.requested();
        var task = intervention.task(APPROVE_PROJECT);

        gathers();

        assertThat(mailsTo("proyecto@athento.example")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject())
                    .startsWith("Your turn: Analyse and approve for project")
                    .contains(intervention.key());
            assertThat(mail.getHeader("X-Priority")).isNull();
            assertThat(text(mail))
                    .contains("ACME", "One denial ends")
                    .contains("Saturday, 6 February 2027", "22:00")
                    .contains("To be done by")
                    .contains("/go/task/" + task.getId());
        });
    }

    @Test
    void eachReadsInTheirOwnLanguageAsTheyHaveChosenIt() {
        readers.choose("product2", Language.ES);
        lifecycle.requested();
        gathers();
        readers.choose("product2", Language.EN);
        lifecycle.requested();
        gathers();

        assertThat(mailsTo("product@athento.example"))
                .extracting(mail -> header(mail, "Subject"))
                .allSatisfy(subject -> assertThat(subject).startsWith("Your turn: Analyse and approve for product"));
        var mails = mailsTo("product2@athento.example");
        assertThat(mails).hasSize(2);
        assertThat(header(mails.get(0), "Subject")).startsWith("Su turno: Analizar y aprobar por producto");
        assertThat(text(mails.get(0)))
                .contains("sábado, 6 de febrero de 2027", "22:00")
                .doesNotContain("Saturday", "To be done by", "Open the task", "denial");
        assertThat(header(mails.get(1), "Subject")).startsWith("Your turn: Analyse and approve for product");
        assertThat(mailsTo("proyecto@athento.example"))
                .as("nobody's own address")
                .allSatisfy(mail -> assertThat(header(mail, "Subject")).startsWith("Your turn: "));
    }

    @AfterEach
    void nobodyHasChosen() {
        database.sql("delete from account_language").update();
    }

    @Test
    void whatRunsInTheHourIsUrgentAndLeavesAtNight() {
        var intervention = lifecycle.windowOpened();
        database.sql("delete from demo_mail").update();

        runDue();

        assertThat(mailsTo("systems@athento.example"))
                .filteredOn(mail ->
                        text(mail).contains(intervention.task(START_DEPLOYMENT).getId()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getSubject()).startsWith("URGENT, your turn: Start the deployment");
                    assertThat(mail.getHeader("X-Priority")).containsExactly("1");
                    assertThat(mail.getHeader("Importance")).containsExactly("high");
                });
    }

    /** Whoever starts goes on with the deployment, and knows it. */
    @Test
    void whatSomebodyHasJustMadeTheirOwnIsToldToNobodyUntilItIsGivenBack() {
        var deploy = lifecycle.started().task(DEPLOY);

        runDue();
        assertThat(mailsAbout(deploy)).isEmpty();

        lifecycle.unclaims(deploy);
        runDue();
        assertThat(mailsAbout(deploy))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail)).doesNotContain("Tomás"));
    }

    /** Whoever deployed does not know yet that less than 80 % passed. */
    @Test
    void whatWentOnToSomebodyByItselfIsToldAndSaysToWhom() {
        var rollBack = lifecycle.deployed().battery(100, 79, 21).task(ROLL_BACK);
        assertThat(rollBack.getAssignee()).isEqualTo("systems");

        runDue();

        assertThat(mailsAbout(rollBack))
                .singleElement()
                .satisfies(mail ->
                        assertThat(text(mail)).contains("Tomás Torres has it").contains("gives it back to the team"));
    }

    @Test
    void whatWentOnToSomebodyWhoHasNotReadItIsNotToldOnceItIsClaimed() {
        var rollBack = lifecycle.deployed().battery(100, 79, 21).task(ROLL_BACK);
        lifecycle.unclaims(rollBack);
        takes("systems", rollBack);

        runDue();

        assertThat(mailsAbout(rollBack)).isEmpty();
    }

    @Test
    void aBlockerWakesPeople() {
        lifecycle.now(NIGHT);
        lifecycle.submitted(Map.of("severity", "BLOCKER", "reportedAt", java.util.Date.from(NIGHT)));

        runDue();

        assertThat(mailsTo("proyecto@athento.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).startsWith("URGENT"));
    }

    @Test
    void whoeverTookItBeforeIsTheReasonThatNobodyIsTold() {
        var intervention = lifecycle.requested();
        takes("product", intervention.task(APPROVE_PRODUCT));

        gathers();

        assertThat(mailsTo("product@athento.example")).isEmpty();
        assertThat(mailsTo("product2@athento.example")).isEmpty();
        assertThat(mailsTo("proyecto@athento.example")).hasSize(1);
    }

    @Test
    void whatIsGivenBackIsToldAfterAll() {
        var intervention = lifecycle.requested();
        var task = intervention.task(APPROVE_PRODUCT);
        takes("product", task);
        gathers();

        lifecycle.unclaims(task);
        gathers();

        assertThat(mailsTo("product2@athento.example")).hasSize(1);
        assertThat(mailsTo("proyecto@athento.example")).as("told before").hasSize(1);
    }

    @Test
    void whatIsDoneIsNotTold() {
        lifecycle.approved();

        gathers();

        assertThat(mailsTo("product2@athento.example")).isEmpty();
    }

    @Test
    void whoeverLeftTheTeamIsNotTold() {
        lifecycle.requested();
        engine.getIdentityService().deleteMembership("product2", "product");
        try {
            gathers();
        } finally {
            engine.getIdentityService().createMembership("product2", "product");
        }

        assertThat(mailsTo("product@athento.example")).hasSize(1);
        assertThat(mailsTo("product2@athento.example")).isEmpty();
    }

    @Test
    void nothingIsToldOfWhatWasRolledBack() {
        lifecycle.now(Lifecycle.MORNING);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            lifecycle.submitted(Map.of());
            assertThat(rows()).isNotEmpty();
            status.setRollbackOnly();
        });

        assertThat(rows()).isEmpty();
        assertThat(jobs()).isEmpty();
    }

    /** The step is done long before, and the mail leaves once when the server is back. */
    @Test
    void aDeadMailServerHoldsUpNothingAndDoublesNothing() {
        var right = mailServer.getPort();
        mailServer.setPort(1);
        try {
            lifecycle.requested();
            lifecycle.now(lifecycle.now().plus(Duration.ofMinutes(5)));
            for (var job : jobs()) {
                assertThat(catchThrowable(() -> run(job))).hasMessageContaining("Check the mail server");
            }
        } finally {
            mailServer.setPort(right);
        }
        assertThat(jobs())
                .hasSize(3)
                .allSatisfy(job -> assertThat(job.getRetries()).isEqualTo(6));
        assertThat(rows()).allSatisfy(row -> assertThat(row).endsWith("SENDING"));

        lifecycle.now(lifecycle.now().plus(Duration.ofSeconds(10)));
        runDue();
        database.sql("select id from turn_mail").query(Long.class).list().stream()
                .flatMap(id -> inHand.hold(id, lifecycle.now()).stream())
                .forEach(mail -> assertThat(mail).as("told already").isNull());

        assertThat(mailsTo("product@athento.example")).hasSize(1);
        assertThat(mailsTo("product2@athento.example")).hasSize(1);
        assertThat(mailsTo("proyecto@athento.example")).hasSize(1);
    }

    /** And of what was done while it was dead, nobody is told when it is back. */
    @Test
    void noStepOfALifecycleWaitsForAMailServer() {
        var intervention = lifecycle.requested();
        nobodyIsReached();
        for (var step : List.<Consumer<Intervention>>of(
                Intervention::approves,
                Intervention::agrees,
                Intervention::windowOpens,
                Intervention::starts,
                Intervention::deploys,
                Intervention::passes,
                Intervention::supportEnds,
                Intervention::closes)) {
            step.accept(intervention);
            nobodyIsReached();
        }
        assertThat(intervention.isEnded()).isTrue();

        at(lifecycle.now().plus(Duration.ofDays(10)));

        assertThat(mails()).isEmpty();
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).endsWith("OBSOLETE"));
    }

    private void nobodyIsReached() {
        var right = mailServer.getPort();
        mailServer.setPort(1);
        try {
            for (var job : due()) {
                var failed = catchThrowable(() -> run(job));
                assertThat(failed == null || failed.getMessage().contains("Check the mail server"))
                        .as("%s", failed)
                        .isTrue();
            }
        } finally {
            mailServer.setPort(right);
        }
    }

    @Test
    void oneAttemptAtATimeHasAMailInHand() {
        lifecycle.requested();
        lifecycle.now(lifecycle.now().plus(Duration.ofMinutes(5)));
        var id = database.sql("select min(id) from turn_mail").query(Long.class).single();
        var until = lifecycle.now().plus(Duration.ofMinutes(5));
        var first = inHand.hold(id, until);

        assertThatThrownBy(() -> inHand.hold(id, until.plusSeconds(1))).isInstanceOf(ToBeContinued.class);

        lifecycle.now(until);
        assertThat(inHand.hold(id, until.plusSeconds(300)))
                .as("what a crashed attempt held goes out as the same mail")
                .extracting(TurnMail::mail)
                .containsExactly(first.get(0).mail());
    }

    /**
     * Two hundred open tasks and thirty people, at night: in the morning each person and each team gets one mail, and
     * during the day none of them once more.
     */
    @Test
    void twoHundredTasksAreOneMailForEachReader() {
        var people = IntStream.range(0, 28).mapToObj("night%d"::formatted).toList();
        people.forEach(this::joinsProduct);
        try {
            lifecycle.now(NIGHT);
            for (int request = 0; request < 100; request++) {
                lifecycle.submitted(Map.of());
            }
            var open = database.sql("select count(distinct task) from turn_mail")
                    .query(Integer.class)
                    .single();
            assertThat(open).isEqualTo(200);
            assertThat(jobs()).as("one for each reader").hasSize(31);

            runDue();
            assertThat(mails()).as("at night").isEmpty();
            lifecycle.now(NEXT_MORNING);
            runDue();
            lifecycle.now(NEXT_MORNING.plus(Duration.ofHours(13)));
            runDue();

            assertThat(mails()).hasSize(31);
            assertThat(mailsTo("night7@athento.example")).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Your turn: 100 tasks wait");
                assertThat(text(mail).split("/go/task/", -1)).hasSize(101);
            });
        } finally {
            people.forEach(engine.getIdentityService()::deleteUser);
        }
    }

    // What happens.

    private void joinsProduct(String person) {
        var user = engine.getIdentityService().newUser(person);
        user.setFirstName(person);
        user.setPassword("demo");
        user.setEmail(person + "@athento.example");
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createMembership(person, "product");
    }

    // What is so.

    private Map<String, TaskDefinition> tasksOfTheModel() {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(LIFECYCLE)
                .latestVersion()
                .singleResult();
        return OneCommand.of(
                engine,
                commands -> commands.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition.getId())
                        .getTaskDefinitions());
    }
}
