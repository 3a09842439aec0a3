package com.athento.deployment.intervention;

import java.io.Serializable;

/** What is said to somebody whose language is known only where they read it. */
@FunctionalInterface
public interface Said extends Serializable {

    String in(Language language);
}
