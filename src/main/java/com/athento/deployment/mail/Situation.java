package com.athento.deployment.mail;

import com.athento.deployment.intervention.ClosingTeam;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.mail.Recipients.Reader;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Battery;
import com.athento.deployment.record.ClientsAnswer;
import com.athento.deployment.record.Fix;
import com.athento.deployment.record.Hotfix;
import com.athento.deployment.record.Incident;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.ClientAndPeople;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.util.function.SingletonSupplier;

/** Where an intervention stands when a mail step is reached, read once for all its mails. */
class Situation {

    private final String key;
    private final String processInstanceId;
    private final String processDefinitionId;
    private final VariableScope variables;
    private final List<Told> told;
    private final Supplier<ClientAndPeople> client;
    private final ClientsPeople people;
    private final Supplier<Optional<Instance>> instance;
    private final Supplier<Optional<ClientsAnswer>> consent;
    private final Supplier<Integer> consentFrom;
    private final Supplier<List<Fix>> fixes;
    private final Supplier<List<Battery>> batteries;
    private final Supplier<List<Hotfix>> hotfixes;
    private final Supplier<List<Incident>> incidents;

    /** @param told the mails of the steps before this one */
    Situation(
            String key,
            String processInstanceId,
            String processDefinitionId,
            VariableScope variables,
            List<Told> told,
            Register register,
            Records records) {
        this.key = key;
        this.processInstanceId = processInstanceId;
        this.processDefinitionId = processDefinitionId;
        this.variables = variables;
        this.told = told.stream().filter(Told::counts).toList();
        var code = Variables.CLIENT_CODE.in(variables);
        this.client = SingletonSupplier.of(() -> register.clientAndPeople(code)
                .orElseThrow(() -> new MailNotSent("the register has no client %s; add it".formatted(code))));
        this.people = new ClientsPeople(() -> client.get().contacts());
        this.instance = SingletonSupplier.of(() -> register.instance(Variables.INSTANCE_CODE.in(variables)));
        this.consent = SingletonSupplier.of(() -> records.lastAnswer(key));
        this.consentFrom =
                SingletonSupplier.of(() -> records.consentFrom(key, revision().orElse(0)));
        this.fixes = SingletonSupplier.of(
                () -> revision().map(number -> records.fixes(key, number)).orElse(List.of()));
        this.batteries = SingletonSupplier.of(() -> records.settledBatteries(key));
        this.hotfixes = SingletonSupplier.of(() -> records.appliedHotfixes(key));
        this.incidents = SingletonSupplier.of(() -> records.incidents(key));
    }

    String key() {
        return key;
    }

    String processInstanceId() {
        return processInstanceId;
    }

    String processDefinitionId() {
        return processDefinitionId;
    }

    VariableScope variables() {
        return variables;
    }

    Client client() {
        return client.get().client();
    }

    /** What opens the client's page of ours. */
    String statusKey() {
        return client.get().statusKey();
    }

    Optional<Instance> instance() {
        return instance.get();
    }

    /** The client's latest answer. */
    Optional<ClientsAnswer> consent() {
        return consent.get();
    }

    /** The first revision whose consents still cover the one that holds. */
    int consentFrom() {
        return consentFrom.get();
    }

    /** What the plan that holds says about the fixes on the instance. */
    List<Fix> fixes() {
        return fixes.get();
    }

    private Optional<Integer> revision() {
        return Variables.REVISION.find(variables);
    }

    List<Battery> batteries() {
        return batteries.get();
    }

    List<Hotfix> hotfixes() {
        return hotfixes.get();
    }

    List<Incident> incidents() {
        return incidents.get();
    }

    ClientsPeople people() {
        return people;
    }

    List<Told> told() {
        return told;
    }

    /** What these readers have been told, in order. */
    List<Told> told(Reader reader) {
        return told.stream().filter(mail -> mail.to(reader)).toList();
    }

    /** Whom these readers' mails have reached, in order; some more than once. */
    List<String> reached(Reader reader) {
        return told(reader).stream()
                .flatMap(mail -> mail.reached().all().stream())
                .toList();
    }

    /** What these readers have been told last. */
    Optional<Told> toldLast(Reader reader) {
        var all = told(reader);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * The window that a mail speaks of: the one that is planned, or the one that its readers know, which may have been
     * given up for others since. Empty where the request ended at once and named none.
     */
    Optional<Window> window(Mailing mailing) {
        return mailing.takesBack()
                ? toldLast(mailing.recipients().reader())
                        .map(last -> last.window(zone()))
                        .or(this::planned)
                : planned();
    }

    /** Empty where the request ended at once and named none. */
    Optional<Window> planned() {
        return Variables.WINDOW_START
                .find(variables)
                .flatMap(start ->
                        Variables.DOWNTIME_MINUTES.find(variables).map(minutes -> new Window(start, zone(), minutes)));
    }

    Instant windowStart() {
        return Variables.WINDOW_START.in(variables);
    }

    int downtimeMinutes() {
        return Variables.DOWNTIME_MINUTES.in(variables);
    }

    ZoneId zone() {
        return ZoneId.of(Variables.ZONE.in(variables));
    }

    /** Who gets the replies: the project team, and to the official end the team that closes. */
    Team answering(Recipients recipients) {
        return recipients == Recipients.PROJECT_TEAM
                        && Variables.CLOSING_TEAM.find(variables).orElse(null) == ClosingTeam.SUPPORT
                ? Team.SUPPORT
                : Team.PROJECT;
    }

    /** The language in which all of the client's people read. */
    Language clientsLanguage() {
        return Language.of(client().locale());
    }
}
