package com.athento.deployment.settings;

/** A setting that cannot mean what it says; stops the start. */
class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSetting(String sentence) {
        super(sentence);
    }
}
