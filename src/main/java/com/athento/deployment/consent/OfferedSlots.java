package com.athento.deployment.consent;

import com.athento.deployment.consent.HeldSlots.Held;
import com.athento.deployment.record.AskedPlan;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.capacity.Capacity;
import com.athento.deployment.schedule.slots.NextSlots;
import com.athento.deployment.schedule.slots.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The times that a client may take at once instead of the one that it was asked about: each has passed every rule, and
 * is kept for its question for a while. Whoever looks again in that time sees the same ones.
 */
@Component
public class OfferedSlots {

    private final HeldSlots held;
    private final Register register;
    private final NextSlots slots;
    private final Capacity capacity;
    private final Duration kept;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OfferedSlots(
            HeldSlots held,
            Register register,
            NextSlots slots,
            Capacity capacity,
            ConsentProperties settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.held = held;
        this.register = register;
        this.slots = slots;
        this.capacity = capacity;
        this.kept = settings.slotsKept();
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param until when all of them are kept; absent where there is none */
    public record Offer(List<ClientTime> times, Optional<Instant> until) {}

    /** Those that are kept for it, or others where none is any more. */
    public Offer to(Question question, AskedPlan plan) {
        return transaction.execute(status -> {
            // Of two clients who look at the same instant the second does not get what the first one does.
            capacity.lock();
            var standing = held.of(question).stream()
                    .filter(slot -> slot.heldUntil().isAfter(clock.instant()))
                    .toList();
            return standing.isEmpty() ? others(question, plan) : offer(standing, plan);
        });
    }

    /** Others than those that are kept, since one of them has gone. */
    public Offer anew(Question question, AskedPlan plan) {
        return transaction.execute(status -> {
            capacity.lock();
            return others(question, plan);
        });
    }

    private Offer others(Question question, AskedPlan plan) {
        var now = clock.instant();
        var instance = register.instance(plan.instanceCode()).orElseThrow();
        var wanted = new Wanted(
                plan.minutes(),
                plan.severity(),
                Optional.of(plan.windowStart().atZone(plan.zone()).toLocalTime()),
                now,
                Wanted.FEW + 1);
        var starts =
                slots
                        .of(instance, register.client(plan.clientCode()).orElseThrow(), wanted, question.key())
                        .next()
                        .stream()
                        .map(ClientTime::instant)
                        .filter(start -> !start.equals(plan.windowStart()))
                        .limit(Wanted.FEW)
                        .toList();
        var until = now.plus(kept);
        held.keep(question, starts, plan.minutes(), until);
        return offer(starts.stream().map(start -> new Held(start, until)).toList(), plan);
    }

    private static Offer offer(List<Held> slots, AskedPlan plan) {
        return new Offer(
                slots.stream()
                        .map(slot -> ClientTime.of(slot.startAt(), plan.zone()))
                        .toList(),
                slots.stream().map(Held::heldUntil).min(Instant::compareTo));
    }

    /** Whether a time was among those that the question was shown last, still kept or not. */
    public boolean has(Question question, Instant start) {
        return held.of(question).stream().anyMatch(slot -> slot.startAt().equals(start));
    }
}
