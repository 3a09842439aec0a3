package com.athento.deployment.record;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Flag;
import com.athento.deployment.intervention.Severity;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One version of the plan; what a request that ends at once left out is null.
 *
 * @param flags that guard the change, as JSON; null if there are none
 * @param findings what its check found, as JSON; null before the check
 * @param approvalsFrom first revision whose approvals still cover this one
 * @param consentFrom first revision whose consents still cover this one
 */
public record Revision(
        int number,
        String submittedBy,
        Instant submittedAt,
        ChangeKind changeKind,
        String fromVersion,
        String targetVersion,
        Severity severity,
        Instant reportedAt,
        Instant windowStart,
        String zone,
        Integer downtimeMinutes,
        String reason,
        Boolean flagPossible,
        String flagReason,
        String flags,
        Boolean bigChanges,
        String plan,
        String rollbackPlan,
        String releaseNotesUrl,
        String noticeChannels,
        String noNoticeReason,
        String findings,
        String exceptionBy,
        Instant exceptionAt,
        String exceptionReason,
        int approvalsFrom,
        int consentFrom) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A field of the plan that changed.
     *
     * @param before null if it was absent
     * @param after null if it is absent now
     */
    public record Difference(String field, Object before, Object after) {}

    @JsonIgnore
    public List<Finding> found() {
        return findings == null ? List.of() : findings(findings);
    }

    /** As they are kept. */
    public static List<Finding> findings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the findings of a revision are no JSON", broken);
        }
    }

    /** As they are kept. */
    public static List<Flag> flagsOf(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the flags of a revision are no JSON", broken);
        }
    }

    /** What this revision changed in the plan, in the order of the form. */
    public List<Difference> since(Revision before) {
        var plan = new ArrayList<Difference>();
        var after = fields();
        var earlier = before.fields();
        for (int field = 0; field < after.size(); field++) {
            var now = after.get(field);
            var then = earlier.get(field);
            if (!Objects.equals(then.value(), now.value())) {
                plan.add(new Difference(now.name(), then.value(), now.value()));
            }
        }
        return plan;
    }

    /** The plan, field by field, in the order of the form. */
    public List<Field> fields() {
        return List.of(
                new Field("changeKind", changeKind),
                new Field("targetVersion", targetVersion),
                new Field("severity", severity),
                new Field("reportedAt", reportedAt),
                new Field("windowStart", windowStart),
                new Field("downtimeMinutes", downtimeMinutes),
                new Field("reason", reason),
                new Field("flagPossible", flagPossible),
                new Field("flagReason", flagReason),
                new Field("flags", flags == null ? null : flagsOf(flags)),
                new Field("bigChanges", bigChanges),
                new Field("plan", plan),
                new Field("rollbackPlan", rollbackPlan),
                new Field("noticeChannels", noticeChannels),
                new Field("noNoticeReason", noNoticeReason),
                new Field("releaseNotesUrl", releaseNotesUrl));
    }

    /** A field of the plan and what it says. */
    public record Field(String name, Object value) {}
}
