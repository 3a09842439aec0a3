package com.athento.deployment.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many entries and no more: what has not been asked for or put in for longest is forgotten first. */
public final class LastUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int many;

    private LastUsed(int many) {
        super(16, 0.75f, true);
        this.many = many;
    }

    /** One that any thread may use. */
    public static <K, V> Map<K, V> of(int many) {
        return Collections.synchronizedMap(new LastUsed<>(many));
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > many;
    }
}
