package com.athento.deployment.record;

import com.athento.deployment.intervention.Finding;
import java.util.List;
import java.util.Optional;

/** What happened in one intervention, step by step, each list in the order of time. */
public record Story(
        List<Revision> revisions,
        List<Approval> approvals,
        List<ClientsAnswer> consents,
        List<Battery> qaRuns,
        List<TestNotPassed> notPassed,
        List<FlagStanding> flags,
        List<Hotfix> hotfixes,
        List<Incident> incidents,
        List<Mail> mails,
        List<Moment> timeline) {

    /** The plan that counts; absent if the request was never checked. */
    public Optional<Revision> current() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

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
