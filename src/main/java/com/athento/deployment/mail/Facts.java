package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentOutcome;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variable;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a template may say, as {@code facts}: ready for the reader, in the reader's language. A fact that does not exist
 * is null. Each is looked up when a template asks for it, and only then.
 */
class Facts {

    private final Situation situation;
    private final Mailing mailing;
    private final Words words;
    private final FactSources sources;
    private final ZoneId zone;
    private final Window window;
    private final Supplier<Optional<String>> consent = SingletonSupplier.of(() -> Optional.ofNullable(lookUpConsent()));

    Facts(Situation situation, Mailing mailing, Words words, FactSources sources) {
        this.situation = situation;
        this.mailing = mailing;
        this.words = words;
        this.sources = sources;
        this.zone = situation.zone();
        this.window = situation.window(mailing).orElse(null);
    }

    // ---- who and what

    /** Whether it leaves for the client; the rest is for colleagues. */
    public boolean isForClient() {
        return mailing.recipients().atClient();
    }

    /** The business key. */
    public String key() {
        return situation.key();
    }

    public String product() {
        return sources.mails().product();
    }

    public String client() {
        return situation.client().name();
    }

    /** The code of the instance. */
    public String instance() {
        return INSTANCE_CODE.in(situation.variables());
    }

    /** Where the instance is reached; null if the register does not know. */
    public String url() {
        return situation.instance().flatMap(Instance::url).filter(Facts::isLink).orElse(null);
    }

    /** What is done, as a noun: "upgrade of Athento from version 24.1.0 to 24.2.0". */
    public String what() {
        return words.what(product(), kindOfChange(), fromVersion(), targetVersion());
    }

    /** The same, short enough for a subject. */
    public String briefly() {
        return kindOfChange().movesVersion()
                ? words.of("what.brief", targetVersion())
                : words.of("what." + kindOfChange().name());
    }

    public String kind() {
        return words.code("kind", kindOfChange());
    }

    public boolean isUpgrade() {
        return kindOfChange().movesVersion();
    }

    public String fromVersion() {
        return get(FROM_VERSION);
    }

    public String targetVersion() {
        return get(TARGET_VERSION);
    }

    /** Why, in the requester's words. */
    public String why() {
        return get(REASON);
    }

    /** The effective risk in words; null before both teams have judged it. */
    public String risk() {
        return EFFECTIVE_RISK
                .find(situation.variables())
                .map(risk -> words.code("risk", risk))
                .orElse(null);
    }

    // ---- when

    /** The start in the client's zone, with offset and zone. */
    public String when() {
        return words.full(window.start(), zone);
    }

    /** Within what time it starts; null where nobody has worked that out. */
    public String starts() {
        return START_UNTIL
                .find(situation.variables())
                .map(until -> words.between(window.start(), until, zone))
                .orElse(null);
    }

    public String startUntil() {
        return moment(START_UNTIL);
    }

    public String whenUtc() {
        return words.utc(window.start(), zone);
    }

    /** The start without offset, for a subject and for running text; null where none was named. */
    public String whenPlain() {
        return window == null ? null : words.plain(window.start(), zone);
    }

    public String whenBrief() {
        return words.brief(window.start(), zone);
    }

    /** Expected minutes of unavailability. */
    public int minutes() {
        return window.minutes();
    }

    /** The planned end. */
    public String until() {
        return words.full(window.end(), zone);
    }

    /** The window that this reader was told last, where it is another one; else null. */
    public Earlier earlier() {
        return situation
                .toldLast(mailing.recipients().reader())
                .filter(last -> !last.of(window.start(), window.minutes()))
                .map(last -> new Earlier(
                        words.full(last.windowStart(), zone),
                        last.downtimeMinutes(),
                        !last.windowStart().equals(window.start())))
                .orElse(null);
    }

    /** @param moved whether the start is another one, and not only the duration */
    public record Earlier(String when, int minutes, boolean moved) {}

    /** Whether this reader had this very window confirmed before: then only details are new. */
    public boolean isConfirmedAgain() {
        return situation.told(mailing.recipients().reader()).stream()
                .anyMatch(told -> told.mailing().template().equals(mailing.template())
                        && told.windowStart().equals(situation.windowStart()));
    }

    /**
     * "in 2 days", while the notice is on time; null when it is late, or early because an older date had to be put
     * right: no such promise holds then.
     */
    public String lead() {
        if (!isNoticeOnTime(situation, sources)) {
            return null;
        }
        var hours = noticeHours(situation);
        return hours % 24 == 0 ? words.of("lead.days", hours / 24) : words.of("lead.hours", hours);
    }

    /** Whether the notice leaves as long before the window as the register says. */
    static boolean isNoticeOnTime(Situation situation, FactSources sources) {
        var hours = noticeHours(situation);
        var left = Duration.between(sources.clock().instant(), situation.windowStart());
        var offBy = left.minusHours(hours).abs();
        return hours != 0 && offBy.compareTo(Duration.ofMinutes(30)) <= 0;
    }

    private static int noticeHours(Situation situation) {
        return situation.instance().map(Instance::noticeHours).orElse(0);
    }

    /** Until when the client is asked to answer; null once that is over. */
    public String answerBy() {
        return ahead(CONSENT_DEADLINE).map(this::full).orElse(null);
    }

    // ---- whom to ask, and where to read more

    /** Where a reply goes. */
    public String askAddress() {
        return sources.mails().of(team()).getAddress();
    }

    /** Who answers a reply, in words. */
    public String askTeam() {
        return words.code("team", team());
    }

    private Team team() {
        return situation.answering(mailing.recipients());
    }

    public String releaseNotes() {
        return RELEASE_NOTES_URL.find(situation.variables()).orElse(null);
    }

    /** Where the client sees planned interventions: on a page of its own, or on ours. */
    public String statusPage() {
        return situation
                .client()
                .statusPage()
                .filter(Facts::isLink)
                .orElseGet(() -> sources.mails().baseUrl()
                        + "/status/"
                        + sources.register().statusKey(situation.client().code()));
    }

    /** Where a colleague goes on: the team's open task of this intervention, or its page. */
    public String link() {
        var base = sources.mails().baseUrl();
        return mailing.recipients()
                .team()
                .flatMap(team -> sources.openTask(situation.processInstanceId(), team))
                .map(task -> base + "/go/task/" + task)
                .orElseGet(() -> base + "/interventions/" + key());
    }

    /** Where the contact answers; the token is put in when the mail leaves. */
    public String consentLink() {
        return sources.mails().baseUrl() + "/consent/" + Rendered.PERSONAL_LINK;
    }

    /** All whom the question goes to, where they are several; else null. */
    public String asked() {
        var names = situation.whoMayAnswer();
        return names.size() > 1 ? String.join(", ", names) : null;
    }

    /** What the contact proposed last, where the question is about something else; else null. */
    public Earlier proposal() {
        return sources.recorded()
                .consent(key())
                .filter(answer -> answer.answer() == ConsentAnswer.OTHER_WINDOW)
                .filter(answer -> !answer.proposedStart().equals(situation.windowStart())
                        || answer.downtimeMinutes() != situation.downtimeMinutes())
                .map(answer -> new Earlier(
                        words.full(answer.proposedStart(), zone),
                        answer.downtimeMinutes(),
                        !answer.proposedStart().equals(situation.windowStart())))
                .orElse(null);
    }

    // ---- who decided what, and why

    public String requester() {
        return sources.name(REQUESTER.in(situation.variables()));
    }

    /** By what right the window is confirmed; null if nothing is on record. */
    public String consent() {
        return consent.get().orElse(null);
    }

    private String lookUpConsent() {
        var answer = situation.consent();
        var now = situation.windowStart();
        if (answer.filter(a -> a.answer() == ConsentAnswer.AGREED && covers(a)).isPresent()) {
            return consent("consent.agreed", answer.get());
        }
        if (answer.filter(a -> a.answer() == ConsentAnswer.OTHER_WINDOW && now.equals(a.proposedStart()))
                .isPresent()) {
            return consent("consent.proposed", answer.get());
        }
        return situation
                .client()
                .emergencyConsent()
                .map(standing -> words.of("consent.standing", standing.document()))
                .orElse(null);
    }

    private String consent(String key, Recorded.Consent answer) {
        return words.of(key, answer.answerer().in(words), words.plain(answer.recordedAt(), zone));
    }

    private boolean covers(Recorded.Consent answer) {
        var revision = REVISION.find(situation.variables()).orElse(0);
        return answer.revision() >= sources.recorded().consentFrom(key(), revision);
    }

    /**
     * @param who a person or team, and what they did; in the reader's language
     * @param text their own words; may be null
     */
    public record Said(String who, String text) {}

    /** Why the date that this reader knows has moved, where no mail before this one says so; else null. */
    public Said moved() {
        var isUnheard = situation
                .toldLast(mailing.recipients().reader())
                .filter(last -> !last.mailing().announcesChange())
                .filter(last -> !last.windowStart().equals(window.start()))
                .isPresent();
        return isUnheard
                        && REPLAN_CAUSE
                                .find(situation.variables())
                                .filter(ReplanCause.RESCHEDULED::equals)
                                .isPresent()
                ? new Said(words.of("said.moved"), get(CHANGE_REASON))
                : null;
    }

    /** Why the date no longer holds. */
    public Said changeReason() {
        var cause = REPLAN_CAUSE.find(situation.variables()).orElse(ReplanCause.RESCHEDULED);
        var text = switch (cause) {
            case CONTACT_ANSWER -> contactsWords(get(CONSENT_REASON));
            case NO_ANSWER -> get(NO_ANSWER_REASON);
            case POSTPONED -> get(START_REASON);
            case RESCHEDULED -> get(CHANGE_REASON);
            case TOO_LATE, WINDOW_LAPSED -> null;
        };
        return new Said(words.code("cause", cause), text);
    }

    /** The outcome in words. */
    public String outcome() {
        return OUTCOME.find(situation.variables())
                .map(outcome -> words.code("outcome", outcome))
                .orElse(null);
    }

    public boolean isRolledBack() {
        return OUTCOME.find(situation.variables())
                .filter(Outcome.ROLLED_BACK::equals)
                .isPresent();
    }

    /** Every recorded reason of an end without deployment, for our own people. */
    public List<Said> endReasons() {
        var reasons = new ArrayList<Said>();
        switch (OUTCOME.find(situation.variables()).orElse(Outcome.CANCELLED)) {
            case DENIED ->
                sources.recorded()
                        .denials(key())
                        .forEach(no -> reasons.add(new Said(
                                words.of("said.denied", sources.name(no.person()), words.code("team", no.team())),
                                no.reason())));
            case DECLINED ->
                situation
                        .consent()
                        .ifPresent(no -> reasons.add(
                                new Said(words.of("said.declined", no.answerer().in(words), client()), no.reason())));
            case NOT_TYPE_4 -> reasons.add(ending());
            case WITHDRAWN -> reasons.add(new Said(endedBy("said.withdrawn"), null));
            default ->
                reasons.add(
                        new Said(isGivenUp() ? endedBy("said.given-up") : endedBy("said.cancelled"), cancelReason()));
        }
        return reasons;
    }

    /** Why it ended without deployment, for the client: nobody's internal words. */
    public Said ending() {
        var outcome = OUTCOME.find(situation.variables()).orElse(Outcome.CANCELLED);
        var text = switch (outcome) {
            case DECLINED ->
                contactsWords(situation.consent().map(Recorded.Consent::reason).orElse(null));
            case CANCELLED -> cancelReason();
            default -> null;
        };
        return new Said(words.code("ending", outcome), text);
    }

    /** What the contact told us is not for everybody who works with the instance. */
    private String contactsWords(String text) {
        return mailing.recipients().reader() == Recipients.Reader.END_USERS ? null : text;
    }

    private String endedBy(String key) {
        var person = ENDED_BY.find(situation.variables()).or(() -> CHANGED_BY.find(situation.variables()));
        return person.map(id -> words.of(key + ".by", sources.name(id))).orElseGet(() -> words.of(key));
    }

    private boolean isGivenUp() {
        return CONSENT_OUTCOME
                .find(situation.variables())
                .filter(ConsentOutcome.GIVEN_UP::equals)
                .isPresent();
    }

    private String cancelReason() {
        return isGivenUp() ? get(NO_ANSWER_REASON) : get(CHANGE_REASON);
    }

    /** Whether anybody at the client had been told of it by a mail. */
    public boolean isClientInformed() {
        return situation.told().stream()
                .anyMatch(told -> told.mailing().recipients().atClient());
    }

    // ---- the right procedure

    /** The type of deployment, 1 to 4. */
    public int type() {
        return DEPLOYMENT_TYPE.in(situation.variables());
    }

    /** How much such changes may harm those who work with the instance, as the table says. */
    public String impact() {
        return words.code("impact", rightType().impact());
    }

    /** How often such changes are made, as the table says. */
    public String frequency() {
        return words.code("frequency", rightType().frequency());
    }

    /** How long the instance may be unavailable, as the table says. */
    public String unavailability() {
        return words.unavailability(rightType());
    }

    private DeploymentType rightType() {
        return sources.types().of(situation.processDefinitionId(), rightKind());
    }

    /** A patch that takes the place of an update is made as a hotfix is. */
    private ChangeKind rightKind() {
        return isPatch() ? ChangeKind.HOTFIX : kindOfChange();
    }

    /** Whether it goes directly into the environment that has the problem. */
    public boolean isFix() {
        return rightKind().isFix();
    }

    /** By when the update policy wants the start; null where the severity asks for no moment. */
    public String target() {
        return moment(TARGET_MOMENT);
    }

    /** Whether that moment is still to come. */
    public boolean isTargetAhead() {
        return ahead(TARGET_MOMENT).isPresent();
    }

    /** Whether series are moved between instances. */
    public boolean isAboutSeries() {
        var kind = kindOfChange();
        return kind == ChangeKind.MOVE_SERIES_CONFIGURATION || kind == ChangeKind.IMPORT_SERIES_CONFIGURATION;
    }

    public boolean isFlagPossible() {
        return FLAG_POSSIBLE.find(situation.variables()).orElse(false);
    }

    public String flagReason() {
        return get(FLAG_REASON);
    }

    /** Whether the update policy asks for a patch instead of this update. */
    public boolean isPatch() {
        return type() == 4
                && BIG_CHANGES.find(situation.variables()).orElse(false)
                && ROUTE.find(situation.variables()).filter(Route.PATCH::equals).isPresent();
    }

    public String severity() {
        return words.code("severity", SEVERITY.in(situation.variables()));
    }

    // ---- what happened

    public String actualStart() {
        return moment(ACTUAL_START);
    }

    /** Since when users cannot work; null while they can. */
    public String outSince() {
        return moment(UNAVAILABLE_SINCE);
    }

    public String outSinceBrief() {
        return UNAVAILABLE_SINCE
                .find(situation.variables())
                .map(instant -> words.brief(instant, zone))
                .orElse(null);
    }

    /** Whether the way back has failed, too. */
    public boolean isNeitherRunning() {
        return sources.waitsAt(situation.processInstanceId(), Elements.RECOVER_INSTANCE);
    }

    /** Minutes that users could not work; null if nothing was deployed. */
    public Integer spent() {
        return DOWNTIME_SPENT.find(situation.variables()).orElse(null);
    }

    /** Whether the hour was kept. */
    public boolean isHourKept() {
        return DOWNTIME_SPENT.find(situation.variables()).orElse(0) <= Window.LONGEST;
    }

    public String pointOfNoReturn() {
        return moment(POINT_OF_NO_RETURN);
    }

    /** Until when support watches over the users; null once that is over. */
    public String supportUntil() {
        return ahead(SUPPORT_UNTIL).map(this::full).orElse(null);
    }

    public String supportUntilBrief() {
        return ahead(SUPPORT_UNTIL).map(instant -> words.brief(instant, zone)).orElse(null);
    }

    /**
     * Why it is being rolled back; null if that was not kept. It is deployed once, before the first battery; and users
     * work with it, so that a rollback can be demanded, only when the last battery has not failed.
     */
    public Said rollbackReason() {
        var batteries = batteries();
        if (batteries.isEmpty()) {
            return new Said(deploymentFailed(), deploymentNotes());
        }
        var last = batteries.size() - 1;
        return situation.batteries().get(last).verdict() == Verdict.FAILED
                ? new Said(words.of("said.battery", line(batteries.get(last))), null)
                : sources.recorded()
                        .demand(key())
                        .map(demand -> new Said(demanded(demand), demand.notes()))
                        .orElse(null);
    }

    private String demanded(Recorded.Demand demand) {
        var confirmed = sources.name(demand.confirmedBy());
        var severity = words.code("severity", demand.severity());
        return demand.askedBy() == null
                ? words.of("said.demanded", confirmed, demand.title(), severity)
                : words.of("said.demanded.by", sources.name(demand.askedBy()), demand.title(), severity, confirmed);
    }

    private String deploymentFailed() {
        return DEPLOYED_BY
                .find(situation.variables())
                .map(person -> words.of("said.failed.by", sources.name(person)))
                .orElseGet(() -> words.of("said.failed"));
    }

    private String line(Battery run) {
        return words.of(
                "label.qa.line",
                run.total(),
                run.passed(),
                run.share(),
                run.failed(),
                run.blocked(),
                run.open(),
                run.verdict());
    }

    public String deploymentNotes() {
        return get(DEPLOYMENT_NOTES);
    }

    public String rollbackNotes() {
        return get(ROLLBACK_NOTES);
    }

    public String rollbackPlan() {
        return get(ROLLBACK_PLAN);
    }

    /** The open tasks, as names; nobody has to look up where it stands. */
    public List<String> openTasks() {
        return sources.openTasks(situation.processInstanceId());
    }

    public List<Battery> batteries() {
        return situation.batteries().stream()
                .map(battery -> new Battery(
                        battery.total(),
                        battery.passed(),
                        battery.failed(),
                        battery.blocked(),
                        battery.open(),
                        share(battery.passed(), battery.total()),
                        words.code("verdict", battery.verdict()),
                        battery.finished()))
                .toList();
    }

    /** @param share what passed, in percent with one decimal, rounded down: the gate is never nearer than it was */
    public record Battery(
            long total,
            long passed,
            long failed,
            long blocked,
            long open,
            String share,
            String verdict,
            boolean finished) {}

    private String share(long passed, long total) {
        if (total == 0) {
            return "–";
        }
        var percent = BigDecimal.valueOf(passed)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN)
                .stripTrailingZeros();
        return words.of("percent", percent.scale() < 0 ? percent.setScale(0) : percent);
    }

    public List<Recorded.Hotfix> hotfixes() {
        return situation.hotfixes();
    }

    /**
     * The fixes that are on the instance and that the version which will run does not bring along, older ones included.
     */
    public List<Patch> fixes() {
        return TARGET_VERSION
                .find(situation.variables())
                .flatMap(Version::parse)
                .or(() -> situation.instance().map(Instance::version))
                .map(version -> sources.register().patchesOnTopOf(version, instance()))
                .orElse(List.of());
    }

    public List<Incident> incidents() {
        return situation.incidents().stream()
                .map(incident -> new Incident(
                        incident.title(),
                        words.code("severity", incident.severity()),
                        resolution(incident.resolution()),
                        incident.ticketNumber()))
                .toList();
    }

    /** A rollback that was asked for may have left the new state in use. */
    private String resolution(IncidentResolution resolution) {
        if (resolution == null) {
            return words.of("resolution.open");
        }
        return resolution == IncidentResolution.ROLL_BACK && !isRolledBack()
                ? words.of("resolution.rollback-failed")
                : words.code("resolution", resolution);
    }

    public record Incident(String title, String severity, String resolution, String ticket) {}

    /** The official end, in the words of whoever closed it. */
    public String closingText() {
        return get(CLOSING_TEXT);
    }

    /** The incidents that go on under a ticket, except those whose ticket the closing text names. */
    public List<Incident> openTickets() {
        return incidents().stream()
                .filter(incident -> incident.ticket() != null)
                .filter(incident -> !closingText().contains(incident.ticket()))
                .toList();
    }

    /** Whether the closing text itself says why release notes may differ from the instance. */
    public boolean isDifferenceExplained() {
        return closingText().contains(words.of("release-notes.paragraph"));
    }

    // ---- for the templates

    /** The lines of a text, so that its line breaks are seen in HTML too. */
    public List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.replace(Templates.THEIR_LINE_BREAK, "\n").lines().toList();
    }

    private ChangeKind kindOfChange() {
        return CHANGE_KIND.in(situation.variables());
    }

    private String get(Variable<String> variable) {
        return variable.find(situation.variables())
                .map(text -> text.lines().map(String::stripTrailing))
                .map(lines -> lines.collect(Collectors.joining(Templates.THEIR_LINE_BREAK)))
                .orElse(null);
    }

    private String moment(Variable<Instant> variable) {
        return variable.find(situation.variables()).map(this::full).orElse(null);
    }

    private Optional<Instant> ahead(Variable<Instant> variable) {
        return variable.find(situation.variables()).filter(sources.clock().instant()::isBefore);
    }

    private String full(Instant instant) {
        return words.full(instant, zone);
    }

    /** Anything else would be a link that a reader must not follow. */
    private static boolean isLink(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }
}
