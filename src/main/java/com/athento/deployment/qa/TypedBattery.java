package com.athento.deployment.qa;

import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.process.Refused;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the gate makes of a battery that is still being typed: the same rules and sentences. */
@Component
public class TypedBattery {

    private final Batteries batteries;

    TypedBattery(Batteries batteries) {
        this.batteries = batteries;
    }

    /**
     * @param key of the intervention, whose battery before counts, too
     * @param figures by the names of the variables
     * @throws Refused if they would be refused
     */
    public Outlook of(String key, Map<String, String> figures) {
        var battery = ReadBattery.from(figures::get);
        batteries.check(key, battery);
        return new Outlook(battery.verdict(), battery.percent(), Verdict.REQUIRED);
    }

    /**
     * Where the figures lead.
     *
     * @param percent that passed, never rounded up; empty where there are no tests
     * @param required percent that must pass; reaching it exactly is enough
     */
    public record Outlook(Verdict verdict, Optional<BigDecimal> percent, int required) {}
}
