package com.athento.deployment.record;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.FixAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened in one intervention, step by step, each list in the order of time.
 *
 * @param allFixes what each revision says about the fixes on the instance
 */
public record Story(
        List<Revision> revisions,
        List<Approval> approvals,
        List<ClientsAnswer> consents,
        List<Battery> qaRuns,
        List<TestNotPassed> notPassed,
        List<FlagStanding> flags,
        List<Fix> allFixes,
        List<Hotfix> hotfixes,
        List<Incident> incidents,
        List<Mail> mails,
        List<Moment> timeline) {

    /** The plan that counts; absent if the request was never checked. */
    public Optional<Revision> current() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

    /** What becomes of the fixes on the instance, as the plan that counts says. */
    public List<Fix> fixes() {
        return current().map(plan -> fixes(plan.number())).orElse(List.of());
    }

    private List<Fix> fixes(int revision) {
        return allFixes.stream().filter(fix -> fix.revision() == revision).toList();
    }

    /**
     * What a revision says otherwise about them than the one before.
     *
     * @param revision number of the later one
     */
    public List<FixChange> fixChanges(int revision) {
        var before = answers(revision - 1);
        var after = answers(revision);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(reference -> before.get(reference) != after.get(reference))
                .map(reference -> new FixChange(reference, before.get(reference), after.get(reference)))
                .toList();
    }

    private Map<String, FixAnswer> answers(int revision) {
        var answers = new LinkedHashMap<String, FixAnswer>();
        fixes(revision).forEach(fix -> answers.put(fix.reference(), fix.answer()));
        return answers;
    }

    /**
     * Another answer about a fix.
     *
     * @param before null if there was none
     * @param after null if there is none now
     */
    public record FixChange(String reference, FixAnswer before, FixAnswer after) {}

    /** What led to where the hour stands, the last step first. */
    public List<Cause> why() {
        return Cause.of(this);
    }

    /** Whether the same mail went to others in another language. */
    public boolean inSeveralLanguages(Mail mail) {
        return mails.stream().anyMatch(mail::differsInLanguageFrom);
    }

    /** What the check of the current revision found. */
    public List<Finding> findings() {
        return current().map(Revision::found).orElse(List.of());
    }
}
