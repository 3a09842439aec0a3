package com.athento.deployment.overview.web;

import com.athento.deployment.intervention.HourState;
import com.athento.deployment.overview.Waiting.FailedStep;
import com.athento.deployment.overview.Waiting.WaitingTask;
import com.athento.deployment.overview.WaitingFor;
import com.athento.deployment.process.Refused;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Selection;
import com.athento.deployment.record.Stories;
import com.athento.deployment.schedule.freezes.FreezeHits;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The overview for machines. */
@RestController
@RequestMapping("/api")
class InterventionsApi {

    private static final int LARGEST_PAGE = 200;

    private final Interventions interventions;
    private final Stories stories;
    private final WaitingFor waitingFor;
    private final FreezeHits freezes;
    private final Clock clock;

    InterventionsApi(
            Interventions interventions, Stories stories, WaitingFor waitingFor, FreezeHits freezes, Clock clock) {
        this.interventions = interventions;
        this.stories = stories;
        this.waitingFor = waitingFor;
        this.freezes = freezes;
        this.clock = clock;
    }

    /** What is down first, then the latest window. */
    @GetMapping("/interventions")
    Page<Item> list(
            @RequestParam(required = false) String phase,
            @RequestParam(required = false) String instance,
            @RequestParam(required = false) String page,
            @RequestParam(required = false) String size) {
        var selection = new Selection(Query.phases(phase), instance, null, null, null);
        var number = Query.whole("page", page, 0, 0, Integer.MAX_VALUE);
        var length = Query.whole("size", size, 50, 1, LARGEST_PAGE);
        return new Page<>(
                interventions.find(selection, true, (long) number * length, length).stream()
                        .map(Item::of)
                        .toList(),
                number,
                length,
                interventions.count(selection));
    }

    @GetMapping("/interventions/{key}")
    Whole one(@PathVariable String key) {
        var row = interventions.find(key).orElseThrow(() -> unknown(key));
        return Whole.of(
                row,
                stories.of(row),
                waitingFor.of(row),
                freezes.now(key).stream().map(InTheWay::of).toList(),
                clock.instant());
    }

    /** What runs now and whom it waits for, what is down first, then the next window: the board. */
    @GetMapping("/board")
    Board board() {
        var running = new Selection(Selection.RUNNING, null, null, null, null);
        var rows = interventions.find(running, false, 0, LARGEST_PAGE);
        var waiting = waitingFor.of(rows);
        var now = clock.instant();
        var cards = rows.stream()
                .map(row -> {
                    var held = waiting.get(row.processInstanceId());
                    return new Card(
                            Item.of(row),
                            row.clientName(),
                            row.minutesDownAt(now),
                            row.hourAt(now),
                            held == null ? List.of() : held.tasks(),
                            held == null ? List.of() : held.failed());
                })
                .toList();
        return new Board(now.atOffset(ZoneOffset.UTC), cards);
    }

    static Refused unknown(String key) {
        return new Refused(Refused.Reason.UNKNOWN, "refused.intervention.none", key);
    }

    /**
     * Part of a list.
     *
     * @param page number of this part, from 0
     * @param total items in all parts
     */
    record Page<T>(List<T> items, int page, int size, long total) {}

    /**
     * The board.
     *
     * @param now by the clock that the engine follows; a browser may have another one
     */
    record Board(OffsetDateTime now, List<Card> items) {}

    /** An intervention on the board. */
    record Card(
            @JsonUnwrapped Item item,
            String clientName,
            Integer downtimeSpent,
            HourState hour,
            List<WaitingTask> waiting,
            List<FailedStep> failed) {}
}
