package com.athento.deployment.mail;

import com.athento.deployment.intervention.Words;
import java.util.Map;

/**
 * What a template may say, by subject: ready for the reader, in the reader's language. A fact that does not exist is
 * null. Each is looked up when a template asks for it, and only then.
 */
record Facts(
        Change change,
        Times times,
        Ways ways,
        Consent consent,
        Reasons reasons,
        Procedure procedure,
        Happened happened,
        Closing closing) {

    static Facts of(Situation situation, Mailing mailing, Words words, FactSources sources) {
        var telling = new Telling(situation, mailing, words, sources);
        var happened = new Happened(telling);
        return new Facts(
                new Change(telling),
                new Times(telling),
                new Ways(telling),
                new Consent(telling),
                new Reasons(telling, happened),
                new Procedure(telling),
                happened,
                new Closing(telling, happened));
    }

    /** As templates call them. */
    Map<String, Object> byName() {
        return Map.of(
                "change", change,
                "times", times,
                "ways", ways,
                "consent", consent,
                "reasons", reasons,
                "procedure", procedure,
                "happened", happened,
                "closing", closing,
                "lines", new Lines());
    }
}
