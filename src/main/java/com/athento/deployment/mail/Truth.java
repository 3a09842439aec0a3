package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.CONSENT_DEADLINE;
import static com.athento.deployment.process.Variables.OUTCOME;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.SUPPORT_UNTIL;
import static com.athento.deployment.process.Variables.UNAVAILABLE_SINCE;

import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Elements;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

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

    /** For all mails of a step: what several of them ask is looked up once. */
    Circumstances of(Situation situation) {
        var settled = SingletonSupplier.of(() -> !sources.waitsAt(situation.processInstanceId(), UNSETTLED));
        var variables = situation.variables();
        var window = situation.planned();
        var start = window.map(Window::start).orElse(null);
        return new Circumstances(
                sources.clock().instant(),
                REVISION.find(variables).orElse(0),
                start,
                window.map(Window::minutes).orElse(0),
                () -> sources.records().phase(situation.key()),
                CONSENT_DEADLINE.find(variables).orElse(start),
                () -> isAsked(situation),
                () -> Times.isNoticeOnTime(situation, sources),
                () -> sources.waitsAt(situation.processInstanceId(), Elements.RECOVER_INSTANCE),
                UNAVAILABLE_SINCE.find(variables),
                settled::obtain,
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
