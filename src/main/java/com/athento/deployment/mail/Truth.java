package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.CONSENT_DEADLINE;
import static com.athento.deployment.process.Variables.OUTCOME;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.SUPPORT_UNTIL;
import static com.athento.deployment.process.Variables.UNAVAILABLE_SINCE;

import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Elements;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a mail may state at this moment. */
@Component
class Truth {

    private static final String[] UNSETTLED = {
        Elements.DEPLOY,
        Elements.RUN_QA_BATTERY,
        Elements.ACCEPT_OR_HOTFIX,
        Elements.APPLY_HOTFIX,
        Elements.ROLL_BACK,
        Elements.RECOVER_INSTANCE
    };

    private final FactSources sources;

    Truth(FactSources sources) {
        this.sources = sources;
    }

    /** @return empty if the mail would not be true now */
    Optional<Claim> of(Mailing mailing, Situation situation) {
        return Claim.of(mailing.template(), circumstances(situation));
    }

    private Claim.Circumstances circumstances(Situation situation) {
        var variables = situation.variables();
        var window = situation.planned();
        var start = window.map(Window::start).orElse(null);
        return new Claim.Circumstances(
                sources.clock().instant(),
                REVISION.find(variables).orElse(0),
                start,
                window.map(Window::minutes).orElse(0),
                () -> sources.recorded().phase(situation.key()),
                CONSENT_DEADLINE.find(variables).orElse(start),
                () -> isAsked(situation),
                () -> Times.isNoticeOnTime(situation, sources),
                () -> sources.waitsAt(situation.processInstanceId(), Elements.RECOVER_INSTANCE),
                UNAVAILABLE_SINCE.find(variables),
                () -> !sources.waitsAt(situation.processInstanceId(), UNSETTLED),
                OUTCOME.find(variables),
                SUPPORT_UNTIL.find(variables),
                () -> situation.batteries().size());
    }

    private static boolean isAsked(Situation situation) {
        return situation.told().stream()
                .anyMatch(told -> told.mailing().template().equals("consent-request")
                        && told.state() == LoggedMail.State.SENT
                        && told.of(situation.windowStart(), situation.downtimeMinutes()));
    }
}
