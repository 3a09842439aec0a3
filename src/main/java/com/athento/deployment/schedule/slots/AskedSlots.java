package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.WrittenNumber;
import com.athento.deployment.intervention.WrittenTime;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Planned;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Slots that somebody asks for in words. */
@Component
public class AskedSlots {

    /** Beyond this nobody plans, and calendars have not been agreed. */
    private static final Duration AHEAD = Duration.ofDays(366);

    private static final Kind<Integer> MINUTES = whole(Window.LONGEST);
    private static final Kind<Integer> COUNT = whole(Wanted.MOST);
    private static final Kind<Severity> SEVERITY = Kind.word(Severity.class);
    private static final Kind<LocalDateTime> LOCAL = Kind.of(WrittenTime::read, "refused.slots.local");

    private final Register register;
    private final Interventions interventions;
    private final NextSlots slots;
    private final Clock clock;

    AskedSlots(Register register, Interventions interventions, NextSlots slots, Clock clock) {
        this.register = register;
        this.interventions = interventions;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * A question as it comes behind a question mark; what is null or blank was not asked.
     *
     * @param instance its code; may be left out with an intervention
     * @param minutes of unavailability; left out, those of the intervention
     * @param from when the search begins; left out, or in the past, it is now
     * @param count how many at most
     * @param severity which decides whether there is a lead time; left out, that of the intervention, or NONE
     * @param local the window that was asked for, by the client's clock, whose hour is tried, too; left out, that of
     *     the intervention
     * @param intervention whose own window is not in the way
     */
    public record Question(
            String instance,
            String minutes,
            String from,
            String count,
            String severity,
            String local,
            String intervention) {}

    /** @throws Refused if it cannot be read, with all that is wrong, or names an intervention that nobody knows */
    public Slots of(Question question) {
        var planned = given(question.intervention()).map(this::planned);
        var reading = new Reading();
        var now = clock.instant();
        var instance = reading.of(() -> instance(question, planned));
        var minutes = reading.of(() -> given(question.minutes())
                .map(text -> MINUTES.read("minutes", text))
                .or(() -> planned.flatMap(Planned::downtimeMinutes))
                .orElseThrow(() -> Refused.because("refused.slots.minutes", "minutes", Window.LONGEST)));
        var severity = reading.of(() -> given(question.severity())
                .map(text -> SEVERITY.read("severity", text))
                .or(() -> planned.map(Planned::severity))
                .orElse(Severity.NONE));
        var from = reading.of(() -> from(given(question.from()), now));
        var count = reading.of(() ->
                given(question.count()).map(text -> COUNT.read("count", text)).orElse(Wanted.FEW));
        var asked = reading.of(() ->
                given(question.local()).map(text -> LOCAL.read("local", text)).orElse(null));
        reading.end();
        var hour = asked.map(LocalDateTime::toLocalTime).or(() -> hour(planned));
        return slots.of(
                instance.orElseThrow(),
                register.client(instance.orElseThrow().clientCode()).orElseThrow(),
                new Wanted(
                        minutes.orElseThrow(), severity.orElseThrow(), hour, from.orElseThrow(), count.orElseThrow()),
                planned.map(Planned::interventionKey).orElse(""));
    }

    private Planned planned(String key) {
        return interventions
                .planned(key)
                .orElseThrow(() ->
                        new Refused(Refused.Reason.UNKNOWN, "refused.intervention.unknown", PlainText.quoted(key)));
    }

    private Instance instance(Question question, Optional<Planned> planned) {
        var code = given(question.instance())
                .or(() -> planned.map(Planned::instanceCode))
                .orElseThrow(() -> Refused.because("refused.instance.missing", "instance"));
        return register.instance(code)
                .orElseThrow(
                        () -> Refused.because("refused.instance.unregistered", "instance", PlainText.quoted(code)));
    }

    private static Instant from(Optional<String> text, Instant now) {
        var from = text.map(given -> Kind.moment().read("from", given)).orElse(now);
        if (from.isAfter(now.plus(AHEAD))) {
            throw Refused.because("refused.slots.too-far", "from", text.orElseThrow(), AHEAD.toDays());
        }
        return from.isBefore(now) ? now : from;
    }

    private static Optional<LocalTime> hour(Optional<Planned> planned) {
        return planned.flatMap(Planned::window).map(window -> window.local().toLocalTime());
    }

    private static Kind<Integer> whole(int most) {
        return Kind.of(text -> WrittenNumber.whole(text, 1, most), "refused.value.range-of-list", 1, most);
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
