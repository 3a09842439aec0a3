package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Elements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How it has gone so far. */
class Happened extends FactsAbout {

    Happened(Telling telling) {
        super(telling);
    }

    /** The outcome in words. */
    public String outcome() {
        return find(OUTCOME).map(outcome -> words.code("outcome", outcome)).orElse(null);
    }

    public boolean isRolledBack() {
        return find(OUTCOME).filter(Outcome.ROLLED_BACK::equals).isPresent();
    }

    /** Whether the way back has failed, too. */
    public boolean isNeitherRunning() {
        return sources.waitsAt(situation.processInstanceId(), Elements.RECOVER_INSTANCE);
    }

    /** The open tasks, as names; nobody has to look up where it stands. */
    public List<String> openTasks() {
        return sources.openTasks(situation.processInstanceId(), new ModelWords(words.language()));
    }

    /** Minutes that users could not work; null if nothing was deployed. */
    public Integer spent() {
        return find(DOWNTIME_SPENT).orElse(null);
    }

    /** Whether the hour was kept. */
    public boolean isHourKept() {
        return find(DOWNTIME_SPENT).orElse(0) <= Window.LONGEST;
    }

    public String deploymentNotes() {
        return get(DEPLOYMENT_NOTES);
    }

    public String rollbackNotes() {
        return get(ROLLBACK_NOTES);
    }

    public List<Battery> batteries() {
        return situation.batteries().stream()
                .map(battery -> new Battery(
                        battery.total(),
                        battery.passed(),
                        battery.failed(),
                        battery.blocked(),
                        battery.open(),
                        share(battery.passed(), battery.total()),
                        words.code("verdict", battery.verdict()),
                        battery.finished()))
                .toList();
    }

    /** @param share what passed, in percent with one decimal, rounded down: the gate is never nearer than it was */
    public record Battery(
            long total,
            long passed,
            long failed,
            long blocked,
            long open,
            String share,
            String verdict,
            boolean finished) {}

    String line(Battery run) {
        return words.of(
                "label.qa.line",
                run.total(),
                run.passed(),
                run.share(),
                run.failed(),
                run.blocked(),
                run.open(),
                run.verdict());
    }

    private String share(long passed, long total) {
        if (total == 0) {
            return "–";
        }
        var percent = BigDecimal.valueOf(passed)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN)
                .stripTrailingZeros();
        return words.of("percent", percent.scale() < 0 ? percent.setScale(0) : percent);
    }
}
