package com.athento.deployment.process;

import com.athento.deployment.intervention.Sentence;
import org.camunda.bpm.engine.AuthorizationException;

/**
 * What only an admin may do, refused where the engine's API takes every other refusal for a thing that is not there and
 * forgets what it said.
 */
public class Withheld extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    private final Sentence sentence;

    Withheld(String code, Object... parts) {
        this(Sentence.of(code, parts));
    }

    private Withheld(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
