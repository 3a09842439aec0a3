package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.process.PublicStateListener;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.jobs.LooseJobs;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Notes each public state of an intervention, in the transaction of the step that brought it about: what is shown
 * follows the process by itself, and can hold nothing up.
 */
@Component
class KeepStatus implements PublicStateListener {

    private final StatusLog log;
    private final StatusUpdates updates;
    private final ClientsPage page;
    private final LooseJobs jobs;

    KeepStatus(StatusLog log, StatusUpdates updates, ClientsPage page, LooseJobs jobs) {
        this.log = log;
        this.updates = updates;
        this.page = page;
        this.jobs = jobs;
    }

    @Override
    public void becomes(DelegateExecution intervention, PublicState state) {
        var client = Variables.CLIENT_CODE.in(intervention);
        var told = log.told(intervention.getProcessBusinessKey(), client);
        var last = told.last();
        if (isNews(intervention, state, last)) {
            switch (state) {
                case MOVED, CANCELLED -> log.takeBack(intervention.getProcessBusinessKey(), state);
                case PLANNED -> log.note(intervention, state, movedFrom(intervention, last));
                default -> log.note(intervention, state, Optional.empty());
            }
            tell(intervention, client, told.isFollowed());
        }
    }

    private static boolean isNews(DelegateExecution intervention, PublicState state, Optional<LastUpdate> last) {
        return switch (state) {
            // Entering the confirmation again with the same window tells nobody anything new.
            case PLANNED ->
                last.filter(before -> before.promises(Promise.of(intervention))).isEmpty();
            // What was never promised need not be taken back.
            case MOVED -> last.filter(LastUpdate::isPlanned).isPresent();
            case CANCELLED -> last.filter(LastUpdate::isToCome).isPresent();
            // A deployment that failed is being taken back: users still cannot work.
            case IN_PROGRESS -> last.filter(LastUpdate::isOutOfService).isEmpty();
            case INTERRUPTED -> last.filter(LastUpdate::isInterrupted).isEmpty();
            default -> true;
        };
    }

    private static Optional<Instant> movedFrom(DelegateExecution intervention, Optional<LastUpdate> last) {
        return last.map(LastUpdate::windowStart)
                .filter(before -> !before.equals(Variables.WINDOW_START.in(intervention)));
    }

    /** Where nobody listens, nothing is to do. */
    private void tell(DelegateExecution intervention, String client, boolean listened) {
        var published = page.of(client);
        if (listened || published) {
            var update = String.valueOf(updates.newestOf(intervention.getProcessBusinessKey()));
            if (listened) {
                jobs.add(TellSubscribers.NAME, update);
            }
            if (published) {
                jobs.add(PublishUpdate.NAME, update);
            }
        }
    }
}
