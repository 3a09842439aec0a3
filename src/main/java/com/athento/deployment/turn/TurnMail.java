package com.athento.deployment.turn;

import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * That one reader is to be told of one task.
 *
 * @param occasion why
 * @param round how often they have been told for that reason before
 * @param mail which mail tells it; null before one is written
 * @param heldUntil how long an attempt has it in hand
 */
record TurnMail(
        long id,
        String task,
        String address,
        Occasion occasion,
        int round,
        boolean urgent,
        State state,
        String mail,
        Optional<Instant> heldUntil) {

    enum State {
        /** Its time has not come, or nobody has looked. */
        WAITING,
        SENDING,
        SENT,
        /** The server will never take it for this address. */
        REFUSED,
        /** When it should have left, somebody had the task, or it was gone. */
        OBSOLETE
    }

    boolean isOver() {
        return state == State.SENT || state == State.REFUSED;
    }

    boolean isInTheSameMail(TurnMail other) {
        return other.state == State.SENDING && mail.equals(other.mail);
    }

    /** The same, as an attempt has it in hand. */
    TurnMail sending(String inMail, Instant until) {
        return new TurnMail(id, task, address, occasion, round, urgent, State.SENDING, inMail, Optional.of(until));
    }

    static TurnMail of(ResultSet row, int number) throws SQLException {
        return new TurnMail(
                row.getLong("id"),
                row.getString("task"),
                row.getString("address"),
                Occasion.valueOf(row.getString("occasion")),
                row.getInt("round"),
                row.getBoolean("urgent"),
                State.valueOf(row.getString("state")),
                row.getString("mail"),
                StoredTime.in(row, "held_until"));
    }
}
