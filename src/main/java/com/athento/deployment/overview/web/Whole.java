package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.HourState;
import com.athento.deployment.overview.Waiting;
import com.athento.deployment.overview.Waiting.FailedStep;
import com.athento.deployment.overview.Waiting.WaitingTask;
import com.athento.deployment.record.Approval;
import com.athento.deployment.record.Battery;
import com.athento.deployment.record.Cause;
import com.athento.deployment.record.ClientsAnswer;
import com.athento.deployment.record.Fix;
import com.athento.deployment.record.FlagStanding;
import com.athento.deployment.record.Hotfix;
import com.athento.deployment.record.Incident;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Mail;
import com.athento.deployment.record.Moment;
import com.athento.deployment.record.Revision;
import com.athento.deployment.record.Story;
import com.athento.deployment.record.TestNotPassed;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * All that the API tells of one intervention.
 *
 * @param downtimeSpent whole minutes in which users could not work so far; null before the start
 * @param hour how it stands with the hour; null before the start
 * @param fixes what becomes of those on the instance
 * @param why what led to where the hour stands, the last step first; empty before the start
 */
record Whole(
        @JsonUnwrapped Item item,
        String effectiveRisk,
        OffsetDateTime actualStart,
        OffsetDateTime pointOfNoReturn,
        Integer downtimeSpent,
        HourState hour,
        OffsetDateTime requestedAt,
        OffsetDateTime endedAt,
        OffsetDateTime targetMoment,
        OffsetDateTime supportUntil,
        List<Finding> findings,
        String exceptionReason,
        List<Revision> revisions,
        List<Approval> approvals,
        List<ClientsAnswer> consents,
        List<Battery> qaRuns,
        List<TestNotPassed> notPassed,
        List<FlagStanding> flags,
        List<Fix> fixes,
        List<Hotfix> hotfixes,
        List<Incident> incidents,
        List<Mail> mails,
        List<WaitingTask> waiting,
        List<FailedStep> failed,
        List<Cause> why,
        List<Moment> timeline,
        List<InTheWay> freezes) {

    static Whole of(InterventionRow row, Story story, Waiting waiting, List<InTheWay> freezes, Instant now) {
        return new Whole(
                Item.of(row),
                row.effectiveRisk(),
                row.actualStart(),
                row.pointOfNoReturn(),
                row.minutesDownAt(now),
                row.hourAt(now),
                row.requestedAt(),
                row.endedAt(),
                row.targetMoment(),
                row.supportUntil(),
                story.findings(),
                story.current().map(Revision::exceptionReason).orElse(null),
                story.revisions(),
                story.approvals(),
                story.consents(),
                story.qaRuns(),
                story.notPassed(),
                story.flags(),
                story.fixes(),
                story.hotfixes(),
                story.incidents(),
                story.mails(),
                waiting.tasks(),
                waiting.failed(),
                story.why(),
                story.timeline(),
                freezes);
    }
}
