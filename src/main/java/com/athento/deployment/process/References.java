package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import java.util.List;
import java.util.stream.StreamSupport;

/** Several fixes by their references, as a JSON array of texts. */
record References() implements Kind<List<String>> {

    /** As much of one as our tables keep. */
    private static final int LONGEST = 200;

    private static final Kind<String> REFERENCE = new Text(LONGEST);

    @Override
    public List<String> read(String where, Object given) {
        var array = JsonArrays.read(given).orElseThrow(() -> none(where, given));
        return StreamSupport.stream(array.spliterator(), false)
                .map(reference -> {
                    if (!reference.isTextual()) {
                        throw none(where, given);
                    }
                    return REFERENCE.read(where, reference.textValue());
                })
                .distinct()
                .toList();
    }

    private static Refused none(String where, Object given) {
        return Refused.because("refused.references.none", where, PlainText.quoted(given));
    }

    @Override
    public Object held(List<String> references) {
        return JsonArrays.held(references);
    }
}
