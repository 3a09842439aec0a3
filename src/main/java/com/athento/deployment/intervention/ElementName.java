package com.athento.deployment.intervention;

/**
 * An element of a model, as a sentence calls it.
 *
 * @param id may be null
 * @param label what it is called where nobody knows the id; null for one that is known
 */
public record ElementName(String id, String label) implements Said {

    /** One of the models as they are. */
    public ElementName(String id) {
        this(id, null);
    }

    @Override
    public String in(Language language) {
        return id == null ? label : new ModelWords(language).label(id, label);
    }
}
