package com.athento.deployment.request;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.ReplanCause;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the revision before leaves of findings and exception, where the new one changes nothing that the client would be
 * asked about again: neither kind and version nor the window. An exception that stands then need not be asked for
 * again, and an approval that was too late stays so.
 *
 * @param findings those of the check, and the ones that no check finds again
 * @param exception why they shall be let pass, if that was said and covers all of them
 */
record Settled(List<Finding> findings, Optional<String> exception) {

    /**
     * @param found by the check, about the new revision
     * @param cause why the request came back; an exception given before an approval was too late does not cover that
     */
    static Settled of(Optional<Revision> before, Revision now, List<Finding> found, Optional<ReplanCause> cause) {
        return before.filter(earlier -> !Voids.between(earlier, now, found).consent())
                .map(earlier -> of(earlier, found, cause))
                .orElseGet(() -> new Settled(found, Optional.empty()));
    }

    private static Settled of(Revision before, List<Finding> found, Optional<ReplanCause> cause) {
        var tooLate = before.findings().stream().filter(finding -> finding.code() == Finding.Code.TOO_LATE_FOR_CONSENT);
        var findings = Stream.concat(found.stream(), tooLate).toList();
        var covers = cause.filter(ReplanCause.TOO_LATE::equals).isEmpty()
                && stopping(before.findings()).containsAll(stopping(findings));
        return new Settled(findings, before.exceptionReason().filter(reason -> covers));
    }

    boolean stops() {
        return exception.isEmpty() && !stopping(findings).isEmpty();
    }

    private static Set<Finding.Code> stopping(Collection<Finding> findings) {
        return findings.stream().filter(Finding::stops).map(Finding::code).collect(Collectors.toSet());
    }
}
