package com.athento.deployment.ladder.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.ladder.Ladders;
import com.athento.deployment.ladder.Rung;
import com.athento.deployment.process.Refused;
import com.athento.deployment.record.FlagStanding;
import com.athento.deployment.record.Interventions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The ladder of an intervention, for forms and machines. */
@RestController
class LadderApi {

    private final Interventions interventions;
    private final Ladders ladders;

    LadderApi(Interventions interventions, Ladders ladders) {
        this.interventions = interventions;
        this.ladders = ladders;
    }

    @GetMapping("/api/interventions/{key}/ladder")
    List<Step> ladder(@PathVariable String key) {
        var intervention = interventions
                .find(key)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "refused.intervention.none", key));
        return ladders.of(intervention).stream().map(Step::of).toList();
    }

    /**
     * A rung in the reader's language.
     *
     * @param why it is closed; true where it does not fit, and once the moment has passed until which it does
     */
    record Step(
            Rung.Way way,
            long minutes,
            Long ninety,
            Integer configured,
            boolean fits,
            OffsetDateTime until,
            String measured,
            String why,
            List<FlagStanding> flags) {

        static Step of(Rung rung) {
            var language = Language.of(LocaleContextHolder.getLocale());
            return new Step(
                    rung.way(),
                    rung.minutes(),
                    rung.ninety().orElse(null),
                    rung.configured().orElse(null),
                    rung.fits(),
                    rung.until().map(Step::utc).orElse(null),
                    rung.measured().in(language),
                    rung.why().in(language),
                    rung.flags());
        }

        private static OffsetDateTime utc(Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
    }
}
