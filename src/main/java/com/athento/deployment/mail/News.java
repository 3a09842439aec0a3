package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.OUTCOME;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.mail.Recipients.Reader;
import java.util.List;

/** Whether a mail tells its readers anything that they do not know. */
record News(Mailing mailing, Situation situation) {

    /** Mails that an intervention sends once, however often their step is passed. */
    private static final List<String> ONCE = List.of("point-of-no-return");

    /** Mails that tell colleagues of a rollback while it lasts. */
    private static final List<String> OF_A_ROLLBACK = List.of("rollback-for-colleagues", "recovery-call");

    boolean isAny() {
        if (mailing.announcesChange()) {
            return !isChangeKnown();
        }
        return switch (mailing.template()) {
            // That they are colleagues says it, with the end of the entry in their calendar.
            case "ending-for-requester" -> situation.told(Reader.COLLEAGUES).isEmpty();
            case "result-for-colleagues" -> isEndOfARollback();
            default -> !(ONCE.contains(mailing.template()) && wasTold());
        };
    }

    private boolean wasTold() {
        return situation.told().stream().anyMatch(told -> told.mailing().equals(mailing));
    }

    /** Whoever was called hears that it is over also where the new version runs after all. */
    private boolean isEndOfARollback() {
        return isRolledBack()
                || situation.told().stream()
                        .anyMatch(told -> OF_A_ROLLBACK.contains(told.mailing().template()));
    }

    private boolean isRolledBack() {
        return OUTCOME.find(situation.variables())
                .filter(Outcome.ROLLED_BACK::equals)
                .isPresent();
    }

    /** Whoever was told so before a plan that came to nothing, or said so themselves, knows. */
    private boolean isChangeKnown() {
        var reader = mailing.recipients().reader();
        return wasLastToldAChange(reader) || (reader == Reader.CONTACT && didContactAskForIt());
    }

    private boolean wasLastToldAChange(Reader reader) {
        return situation
                .toldLast(reader)
                .filter(last -> last.mailing().announcesChange())
                .isPresent();
    }

    private boolean didContactAskForIt() {
        return REPLAN_CAUSE
                .find(situation.variables())
                .filter(ReplanCause.CONTACT_ANSWER::equals)
                .isPresent();
    }
}
