package com.athento.deployment.ladder;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.record.FlagStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One way out of trouble.
 *
 * @param minutes of the hour that it takes, as measured, or as somebody has set it
 * @param ninety within which nine of ten were done; empty where none is on record
 * @param configured what the register says of it, where it says something
 * @param fits whether it can still be taken within the hour
 * @param until when that is so; empty while the hour does not run, and for what takes none of it
 * @param measured where the minutes come from
 * @param why it is closed; said only where it does not fit, or once it no longer does
 * @param flags that can be switched off
 */
public record Rung(
        Way way,
        long minutes,
        Optional<Long> ninety,
        Optional<Integer> configured,
        boolean fits,
        Optional<Instant> until,
        Sentence measured,
        Sentence why,
        List<FlagStanding> flags) {

    /** In the order in which they are tried: each costs users more than the one before. */
    public enum Way {
        FLAG_OFF,
        HOTFIX,
        ROLLBACK
    }
}
