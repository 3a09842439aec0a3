package com.athento.deployment.security.session;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions that are written only where something worth it has changed. */
final class SparingSessions implements SessionRepository<SparingSession> {

    private final SessionRepository<Session> kept;

    /** Of whatever type they are there: it gets back those that it gave. */
    @SuppressWarnings("unchecked")
    SparingSessions(SessionRepository<? extends Session> kept) {
        this.kept = (SessionRepository<Session>) kept;
    }

    @Override
    public SparingSession createSession() {
        return new SparingSession(kept.createSession());
    }

    @Override
    public void save(SparingSession session) {
        kept.save(session.kept());
    }

    @Override
    public SparingSession findById(String id) {
        var found = kept.findById(id);
        return found == null ? null : new SparingSession(found);
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
    }
}
