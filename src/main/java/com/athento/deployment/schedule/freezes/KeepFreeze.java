package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.JsonField;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.RepeatLostRaces;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.schedule.ClientTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Managers and admins make, change and end freezes. What a freeze has held it has held: one that has begun keeps its
 * begin, its rule and its scope, and one that is over is not changed any more.
 */
@Component
public class KeepFreeze {

    private static final List<String> TAKEN = List.of(
            FreezeFields.NAME,
            FreezeFields.REASON,
            FreezeFields.CONTACT,
            FreezeFields.SCOPE,
            FreezeFields.FROM,
            FreezeFields.UNTIL,
            FreezeFields.RULE,
            FreezeFields.DURATION,
            FreezeFields.ENDED,
            FreezeFields.VERSION);

    /** What an answer says besides may be sent back with it. */
    private static final Set<String> OVERLOOKED =
            Set.of("id", "madeBy", "madeAt", "changedBy", "changedAt", "endedBy", "endedAt", "hits", "zones");

    private final Freezes freezes;
    private final ReadFreeze read;
    private final WriteFreezes write;
    private final ScopeZones zones;
    private final FreezeMade made;
    private final WhoActs whoActs;
    private final RepeatLostRaces repeat;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepFreeze(
            Freezes freezes,
            ReadFreeze read,
            WriteFreezes write,
            ScopeZones zones,
            FreezeMade made,
            WhoActs whoActs,
            RepeatLostRaces repeat,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.freezes = freezes;
        this.read = read;
        this.write = write;
        this.zones = zones;
        this.made = made;
        this.whoActs = whoActs;
        this.repeat = repeat;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether that person may. */
    public static boolean isFor(Person person) {
        return person.watches();
    }

    /**
     * Makes one.
     *
     * @throws Refused if anything is wrong with it, or whoever asks may not
     */
    public Freeze make(JsonNode json) {
        var by = entitled();
        var stated = read.of(known(json));
        return atOnce(() -> {
            var deed = new Freeze.Deed(by, now());
            var freeze = new Freeze(
                    write.insert(stated, deed),
                    1,
                    stated.name(),
                    stated.reason(),
                    stated.contact(),
                    stated.scope(),
                    stated.times(),
                    deed,
                    Optional.empty(),
                    Optional.empty(),
                    deed.at());
            write.note(freeze, WriteFreezes.Done.MADE, deed);
            made.follows(freeze);
            return freeze;
        });
    }

    /**
     * Changes one: what is left out stays; or ends it.
     *
     * @throws Refused if there is none, it is over, somebody else has changed it meanwhile, anything is wrong with the
     *     change, or whoever asks may not
     */
    public Freeze change(String number, JsonNode json) {
        var by = entitled();
        var standing = find(number);
        var given = known(json);
        mustBeTheOneThatWasRead(given, standing);
        mustNotBeOver(standing);
        return isEnding(given) ? end(standing, by) : change(standing, given, by);
    }

    private Freeze end(Freeze standing, String by) {
        return atOnce(() -> {
            var deed = new Freeze.Deed(by, now());
            var ended = standing.endedBy(deed);
            mustHaveWon(write.end(ended, deed), standing);
            write.note(ended, WriteFreezes.Done.ENDED, deed);
            return ended;
        });
    }

    private Freeze change(Freeze standing, ObjectNode given, String by) {
        var before = Stated.of(standing);
        var stated = read.of(ReadFreeze.over(WrittenFreeze.of(before), given));
        if (hasBegun(standing)) {
            mustKeepItsPast(before, stated);
        }
        if (stated.equals(before)) {
            return standing;
        }
        return atOnce(() -> {
            var deed = new Freeze.Deed(by, now());
            var changed = standing.changedBy(deed, stated, stated.holdsMoreThan(before));
            mustHaveWon(write.change(changed), standing);
            write.note(changed, WriteFreezes.Done.CHANGED, deed);
            made.follows(changed);
            return changed;
        });
    }

    /** The one with this number. */
    public Freeze find(String number) {
        return Optional.of(number)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .flatMap(freezes::find)
                .orElseThrow(
                        () -> new Refused(Refused.Reason.UNKNOWN, "refused.freeze.none", PlainText.quoted(number)));
    }

    private String entitled() {
        var person = whoActs.somebody();
        if (!isFor(person)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "refused.freeze.not-theirs", person.account());
        }
        return person.account();
    }

    private static ObjectNode known(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw Refused.because("refused.register.no-entry");
        }
        var known = object.deepCopy();
        known.remove(OVERLOOKED);
        known.fieldNames().forEachRemaining(name -> {
            if (!TAKEN.contains(name)) {
                throw Refused.because(
                        "refused.register.unknown-field", PlainText.quoted(name), String.join(", ", TAKEN));
            }
        });
        return known;
    }

    private static boolean isEnding(ObjectNode given) {
        var isEnding = JsonField.isTrue(given, FreezeFields.ENDED);
        given.remove(FreezeFields.ENDED);
        return isEnding;
    }

    private static void mustBeTheOneThatWasRead(ObjectNode given, Freeze standing) {
        var read = given.path(FreezeFields.VERSION);
        if (!read.isMissingNode() && !read.isNull() && !read.asText().equals(String.valueOf(standing.version()))) {
            throw changedMeanwhile(standing);
        }
        given.remove(FreezeFields.VERSION);
    }

    /** Of two at once the second reads so. */
    private void mustHaveWon(boolean won, Freeze standing) {
        if (!won) {
            throw changedMeanwhile(freezes.find(standing.id()).orElse(standing));
        }
    }

    private static Refused changedMeanwhile(Freeze standing) {
        var last = standing.ended().or(standing::changed).orElse(standing.made());
        return Refused.late("refused.freeze.changed", standing.name(), last.by());
    }

    private void mustNotBeOver(Freeze standing) {
        standing.ended().ifPresent(deed -> {
            throw Refused.late("refused.freeze.ended", standing.name(), deed.by());
        });
        standing.times().until().filter(end -> isPast(end, standing)).ifPresent(end -> {
            throw Refused.late("refused.freeze.over", standing.name(), ClientTime.text(end));
        });
    }

    private boolean isPast(LocalDateTime end, Freeze freeze) {
        return zones.of(freeze.scope()).stream()
                .allMatch(zone -> !end.atZone(zone).toInstant().isAfter(clock.instant()));
    }

    private boolean hasBegun(Freeze freeze) {
        return freeze.times()
                .first()
                .filter(begin -> zones.of(freeze.scope()).stream()
                        .anyMatch(zone -> !begin.atZone(zone).toInstant().isAfter(clock.instant())))
                .isPresent();
    }

    private void mustKeepItsPast(Stated before, Stated after) {
        keep(FreezeFields.SCOPE, before.scope().equals(after.scope()));
        keep(FreezeFields.FROM, before.times().from().equals(after.times().from()));
        keep(FreezeFields.RULE, before.times().rule().equals(after.times().rule()));
        if (before.times().rule().isPresent()) {
            keep(
                    FreezeFields.DURATION,
                    before.times().length().equals(after.times().length()));
        }
        after.times()
                .until()
                .filter(end -> !end.equals(before.times().until().orElse(null)))
                .ifPresent(end -> zones.of(after.scope()).forEach(zone -> {
                    if (!end.atZone(zone).toInstant().isAfter(clock.instant())) {
                        throw Refused.because(
                                "refused.freeze.until-past",
                                FreezeFields.UNTIL,
                                ClientTime.text(end),
                                ClientTime.of(clock.instant(), zone).text(),
                                zone);
                    }
                }));
    }

    private static void keep(String field, boolean isKept) {
        if (!isKept) {
            throw Refused.because("refused.freeze.begun", field);
        }
    }

    private Instant now() {
        // As the database keeps it, so that what is answered is what is read later.
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T atOnce(Supplier<T> change) {
        return repeat.of(() -> transaction.execute(status -> change.get()));
    }
}
