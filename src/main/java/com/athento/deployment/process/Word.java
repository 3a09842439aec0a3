package com.athento.deployment.process;

import com.athento.deployment.intervention.Choice;
import java.util.List;

/** One of a few words; the engine holds it as text. */
record Word<E extends Enum<E>>(Choice<E> choice) implements Kind<E> {

    @Override
    public E read(String where, Object given) {
        return Kind.of(choice::find, choice.whatWouldBeRight()).read(where, given);
    }

    @Override
    public List<E> values() {
        return choice.all();
    }

    @Override
    public Object held(E word) {
        return word.name();
    }
}
