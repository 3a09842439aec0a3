package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;

/**
 * Free text, without what nobody sees at its ends.
 *
 * @param longest its characters at most
 */
record Text(int longest) implements Kind<String> {

    /** A String of more characters fails the engine's transaction. */
    static final int LONGEST = 4000;

    @Override
    public String read(String where, Object given) {
        if (!(given instanceof String submitted)) {
            throw Refused.because("refused.value.text", where, PlainText.quoted(given));
        }
        var text = PlainText.trimmed(submitted);
        if (text.length() > longest) {
            throw Refused.because("refused.value.too-long", where, text.length(), longest);
        }
        if (!PlainText.isOne(text)) {
            throw new Refused(Refused.Reason.INVALID, PlainText.unprintable(where));
        }
        return text;
    }
}
