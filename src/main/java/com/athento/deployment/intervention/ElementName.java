package com.athento.deployment.intervention;

/**
 * An element of a model, as a sentence calls it.
 *
 * @param id may be null
 * @param label what it is called where nobody knows the id
 */
public record ElementName(String id, String label) implements Said {

    @Override
    public String in(Language language) {
        return id == null ? label : new ModelWords(language).label(id, label);
    }
}
