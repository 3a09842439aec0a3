package com.athento.deployment.post;

import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.intervention.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a battery reads to clients. */
public record ResultWords(Words words) {

    /** Its figures and its verdict, as a line. */
    public String line(long total, long passed, long failed, long blocked, long open, Verdict verdict) {
        return words.of(
                "label.qa.line",
                total,
                passed,
                share(passed, total),
                failed,
                blocked,
                open,
                words.code("verdict", verdict));
    }

    /** What passed, in percent with one decimal, rounded down: the gate is never nearer than it was. */
    public String share(long passed, long total) {
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
