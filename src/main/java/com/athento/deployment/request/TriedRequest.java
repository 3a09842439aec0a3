package com.athento.deployment.request;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.RightProcedure;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.process.AsTheApplication;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.process.models.UpdatePolicy;
import com.athento.deployment.schedule.slots.Slots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What a request would get, before anybody makes it: the same reading, the same tables and the same inspection as at
 * its steps, without the intervention. Nothing is stored or locked, and no number is used up.
 */
@Component
public class TriedRequest {

    private final WhoActs whoActs;
    private final TakeSubmission take;
    private final DeploymentTypes types;
    private final UpdatePolicy policy;
    private final Inspection inspection;
    private final TriedSlots slots;
    private final AsTheApplication asTheApplication;

    TriedRequest(
            WhoActs whoActs,
            TakeSubmission take,
            DeploymentTypes types,
            UpdatePolicy policy,
            Inspection inspection,
            TriedSlots slots,
            AsTheApplication asTheApplication) {
        this.whoActs = whoActs;
        this.take = take;
        this.types = types;
        this.policy = policy;
        this.inspection = inspection;
        this.slots = slots;
        this.asTheApplication = asTheApplication;
    }

    /**
     * @param answers by name, as far as they are given
     * @throws Refused if the person may not request anything
     */
    public Outlook of(Map<String, Object> answers) {
        Entitled.toRequest(whoActs.somebody());
        return asTheApplication.askInPassing(() -> outlook(
                () -> take.from(answers),
                kind -> types.newest().get(kind),
                (submission, route) -> new Settled(
                        inspected(
                                submission,
                                route,
                                submission.at(),
                                "",
                                Optional.of(submission.fixes().answers())),
                        Optional.empty()),
                () -> slots(answers::get, "")));
    }

    /**
     * @param reads what would be submitted
     * @param finds what the check would leave of it, unless another procedure is right
     * @param slots when it would be possible
     */
    Outlook outlook(
            Supplier<Submission> reads,
            Function<ChangeKind, DeploymentType> typeOf,
            BiFunction<Submission, Route, Settled> finds,
            Supplier<Optional<Slots>> slots) {
        Submission submission;
        try {
            submission = reads.get();
        } catch (Refused refused) {
            return new Outlook(Optional.of(refused), Optional.empty(), List.of(), false, slots.get());
        }
        var request = submission.request();
        var today = submission.at().atZone(submission.client().zone()).toLocalDate();
        var bigChanges = request.bigChanges().orElse(false);
        var route = policy.route(
                request.kind(),
                request.severity(),
                new VersionAge(submission.instance().lastUpdate(), today).age(),
                bigChanges);
        var right = RightProcedures.of(
                typeOf.apply(request.kind()).number(), request.flagPossible().orElse(false), route, bigChanges);
        if (right == RightProcedure.OTHER) {
            return new Outlook(Optional.empty(), Optional.of(right), List.of(), false, Optional.empty());
        }
        var settled = finds.apply(submission, route);
        return new Outlook(Optional.empty(), Optional.of(right), settled.findings(), settled.stops(), slots.get());
    }

    List<Finding> inspected(
            Submission submission, Route route, Instant windowSetAt, String key, Optional<List<AnsweredFix>> fixes) {
        return inspection.of(
                plan(submission),
                submission.request().severity(),
                windowSetAt,
                route,
                submission.instance(),
                key,
                fixes);
    }

    Optional<Slots> slots(Function<String, ?> answers, String key) {
        return slots.of(answers, key);
    }

    static Plan plan(Submission submission) {
        var request = submission.request();
        return new Plan(
                submission.instance().code(),
                request.kind(),
                Optional.of(submission.instance().version()),
                request.target(),
                request.window().orElseThrow());
    }

    /**
     * Where the request would lead.
     *
     * @param refused why it would be refused; then there is nothing else
     * @param rightProcedure OTHER if it would end at once, with a mail that says what to do instead
     * @param findings of the check; none for another procedure, which is not checked
     * @param stops whether it would have to be revised, or excepted, because of them
     * @param slots when it would be possible; empty where nobody knows for which instance, and for another procedure
     */
    public record Outlook(
            Optional<Refused> refused,
            Optional<RightProcedure> rightProcedure,
            List<Finding> findings,
            boolean stops,
            Optional<Slots> slots) {}
}
