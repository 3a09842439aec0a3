package com.athento.deployment.intervention;

/**
 * An element of a model, as a sentence calls it.
 *
 * @param id null where only the label is on record: then its name is looked for by that
 * @param label what it is called where nobody knows the id; null for one that is known
 */
public record ElementName(String id, String label) implements Said {

    /** One of the models as they are. */
    public ElementName(String id) {
        this(id, null);
    }

    @Override
    public String in(Language language) {
        var words = new ModelWords(language);
        return id == null ? words.known("", label).orElse(label) : words.label(id, label);
    }
}
