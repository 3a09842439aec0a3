package com.athento.deployment.security;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Springs as soon as text makes an object of it, however it gets that far. */
public final class Trap implements JavaDelegate {

    static final String NAME = Trap.class.getName();

    private static final AtomicInteger SPRUNG = new AtomicInteger();

    public Trap() {
        SPRUNG.incrementAndGet();
    }

    /** What a JSON text calls when it names this class. */
    public Trap(String text) {
        this();
    }

    @Override
    public void execute(DelegateExecution execution) {
        SPRUNG.incrementAndGet();
    }

    /** Whether it sprang since it was set. */
    static boolean sprang() {
        return SPRUNG.getAndSet(0) > 0;
    }
}
