package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.Window;
import com.athento.deployment.register.Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** When it is to happen and when it did, in the client's zone. */
class Times extends FactsAbout {

    private final Window window;
    private final Supplier<Optional<String>> upSince = SingletonSupplier.of(
            () -> sources.records().availableSince(situation.key()).map(moments::full));

    Times(Telling telling) {
        super(telling);
        this.window = window();
    }

    /** The start in the client's zone, with offset and zone. */
    public String when() {
        return moments.full(window.start());
    }

    public String whenUtc() {
        return moments.utc(window.start());
    }

    /** The start without offset, for a subject and for running text; null where none was named. */
    public String whenPlain() {
        return window == null ? null : moments.plain(window.start());
    }

    public String whenBrief() {
        return moments.brief(window.start());
    }

    /** Within what time it starts; null where nobody has worked that out. */
    public String starts() {
        return find(START_UNTIL)
                .map(until -> moments.between(window.start(), until))
                .orElse(null);
    }

    public String startUntil() {
        return moment(START_UNTIL);
    }

    /** Expected minutes of unavailability. */
    public int minutes() {
        return window.minutes();
    }

    /** The planned end. */
    public String until() {
        return moments.full(window.end());
    }

    /** The window that this reader was told last, where it is another one; else null. */
    public Earlier earlier() {
        return situation
                .toldLast(mailing.recipients().reader())
                .filter(last -> !last.of(window.start(), window.minutes()))
                .map(last -> new Earlier(
                        moments.full(last.windowStart()),
                        last.downtimeMinutes(),
                        !last.windowStart().equals(window.start())))
                .orElse(null);
    }

    /** @param moved whether the start is another one, and not only the duration */
    public record Earlier(String when, int minutes, boolean moved) {}

    /** Whether this reader had this very window confirmed before: then only details are new. */
    public boolean isConfirmedAgain() {
        return situation.told(mailing.recipients().reader()).stream()
                .anyMatch(told -> told.mailing().template().equals(mailing.template())
                        && told.windowStart().equals(situation.windowStart()));
    }

    /**
     * "in 2 days", while the notice is on time; null when it is late, or early because an older date had to be put
     * right: no such promise holds then.
     */
    public String lead() {
        if (!isNoticeOnTime(situation, sources)) {
            return null;
        }
        var hours = noticeHours(situation);
        return hours % 24 == 0 ? words.of("lead.days", hours / 24) : words.of("lead.hours", hours);
    }

    /** Whether the notice leaves as long before the window as the register says. */
    static boolean isNoticeOnTime(Situation situation, FactSources sources) {
        var hours = noticeHours(situation);
        var left = Duration.between(sources.clock().instant(), situation.windowStart());
        var offBy = left.minusHours(hours).abs();
        return hours != 0 && offBy.compareTo(Duration.ofMinutes(30)) <= 0;
    }

    private static int noticeHours(Situation situation) {
        return situation.instance().map(Instance::noticeHours).orElse(0);
    }

    /** By when the update policy wants the start; null where the severity asks for no moment. */
    public String target() {
        return moment(TARGET_MOMENT);
    }

    /** Whether that moment is still to come. */
    public boolean isTargetAhead() {
        return ahead(TARGET_MOMENT).isPresent();
    }

    public String actualStart() {
        return moment(ACTUAL_START);
    }

    /** Since when users cannot work; null while they can. */
    public String outSince() {
        return moment(UNAVAILABLE_SINCE);
    }

    /** Since when users can work again; null where they always could. */
    public String upSince() {
        return upSince.get().orElse(null);
    }

    public String outSinceBrief() {
        return find(UNAVAILABLE_SINCE).map(moments::brief).orElse(null);
    }

    public String pointOfNoReturn() {
        return moment(POINT_OF_NO_RETURN);
    }

    /** Until when support watches over the users; null once that is over. */
    public String supportUntil() {
        return ahead(SUPPORT_UNTIL).map(moments::full).orElse(null);
    }

    public String supportUntilBrief() {
        return ahead(SUPPORT_UNTIL).map(moments::brief).orElse(null);
    }
}
