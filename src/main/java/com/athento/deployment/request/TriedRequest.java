package com.athento.deployment.request;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.RightProcedure;
import com.athento.deployment.process.AsTheApplication;
import com.athento.deployment.process.Fault;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.models.DeploymentTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a request would get, before anybody makes it: the same reading, the same tables and the same
 * inspection as at its steps, without the intervention. Nothing is stored or locked, and no number
 * is used up.
 */
@Component
public class TriedRequest {

    private final Acting acting;
    private final TakeSubmission take;
    private final DeploymentTypes types;
    private final UpdatePolicy policy;
    private final Inspection inspection;
    private final AsTheApplication asTheApplication;

    TriedRequest(
            Acting acting,
            TakeSubmission take,
            DeploymentTypes types,
            UpdatePolicy policy,
            Inspection inspection,
            AsTheApplication asTheApplication) {
        this.acting = acting;
        this.take = take;
        this.types = types;
        this.policy = policy;
        this.inspection = inspection;
        this.asTheApplication = asTheApplication;
    }

    /**
     * @param answers by name, as far as they are given
     * @throws Refused if the person may not request anything
     */
    public Outlook of(Map<String, Object> answers) {
        acting.person().mayRequest();
        return asTheApplication.askInPassing(() -> outlook(answers));
    }

    private Outlook outlook(Map<String, Object> answers) {
        Submission submission;
        try {
            submission = take.from(answers);
        } catch (Refused refused) {
            return new Outlook(refused.faults(), Optional.empty(), List.of());
        }
        var request = submission.request();
        var instance = submission.instance();
        var today = submission.at().atZone(submission.client().zone()).toLocalDate();
        var route =
                policy.route(
                        request.kind(),
                        request.severity(),
                        new VersionAge(instance.lastUpdate(), today).age(),
                        request.bigChanges());
        var right =
                RightProcedures.of(
                        types.newest().get(request.kind()).number(),
                        request.flagPossible(),
                        route,
                        request.bigChanges());
        return new Outlook(
                List.of(),
                Optional.of(right),
                right == RightProcedure.OTHER
                        ? List.of()
                        : inspection.of(
                                plan(submission),
                                request.severity(),
                                submission.at(),
                                route,
                                instance,
                                ""));
    }

    private static Plan plan(Submission submission) {
        var request = submission.request();
        return new Plan(
                submission.instance().code(),
                request.kind(),
                Optional.of(submission.instance().version()),
                request.target(),
                request.window());
    }

    /**
     * Where the request would lead.
     *
     * @param faults that it would be refused for; then there is nothing else
     * @param rightProcedure OTHER if it would end at once, with a mail that says what to do instead
     * @param findings of the check; none for another procedure, which is not checked
     */
    public record Outlook(
            List<Fault> faults, Optional<RightProcedure> rightProcedure, List<Finding> findings) {}
}
