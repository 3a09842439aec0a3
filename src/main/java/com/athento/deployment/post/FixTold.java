package com.athento.deployment.post;

import com.athento.deployment.intervention.Words;
import com.athento.deployment.record.Fix;

/**
 * What a client reads about a fix on its instance.
 *
 * @param becomes what becomes of it
 * @param notes what it changes; null where nobody has said
 */
public record FixTold(String reference, String becomes, String notes) {

    public static FixTold of(Fix fix, Words words) {
        return new FixTold(fix.reference(), words.code("fix", fix.answer()), fix.notes());
    }
}
