package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.FLAGS;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.schedule.ClientTime;
import java.time.Instant;
import java.util.Optional;

/** What was submitted, as the table {@code revision} takes it. */
record SubmittedRow(
        String key,
        int number,
        String by,
        Instant at,
        ChangeKind kind,
        String fromVersion,
        Optional<String> target,
        Severity severity,
        Optional<Instant> reportedAt,
        Optional<Instant> start,
        String zone,
        Optional<Integer> minutes,
        Optional<String> reason,
        Optional<Boolean> flagPossible,
        Optional<String> flagReason,
        Optional<String> flags,
        Optional<Boolean> bigChanges,
        Optional<String> plan,
        Optional<String> rollbackPlan,
        Optional<String> releaseNotes,
        Optional<String> channels,
        Optional<String> whyNone,
        Instant windowSetAt) {

    static SubmittedRow of(String key, int number, Submission submission, String by, Instant windowSetAt) {
        var request = submission.request();
        return new SubmittedRow(
                key,
                number,
                by,
                submission.at(),
                request.kind(),
                submission.instance().version().text(),
                request.target().map(Version::text),
                request.severity(),
                request.reportedAt(),
                request.start().map(ClientTime::instant),
                submission.client().zone().getId(),
                request.minutes(),
                request.reason(),
                request.flagPossible(),
                request.flagReason(),
                Submission.kept(FLAGS, request.flags()),
                request.bigChanges(),
                request.plan(),
                request.rollbackPlan(),
                request.releaseNotes(),
                request.channels().map(NoticeChoice::text),
                request.channels().flatMap(NoticeChoice::whyNone),
                windowSetAt);
    }
}
