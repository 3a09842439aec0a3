package com.athento.deployment.post;

import jakarta.mail.Session;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Breaks off what a mail server does not read in time: one thread for all conversations, and none while there are none.
 * The library would make one for each connection. Once it is shut down, what is being written is broken off: nobody
 * could keep on record any more that it has left.
 */
@Component
class WriteTimeouts implements DisposableBean {

    private static final int SECONDS_WITHOUT_ANY = 10;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, WriteTimeouts::thread);

    WriteTimeouts() {
        // Nearly every write is done in time; what waited to break it off holds the connection in memory.
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(SECONDS_WITHOUT_ANY, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "mail-write-timeouts");
        thread.setDaemon(true);
        return thread;
    }

    /** @return the same, whose connections from now on have their time from here */
    Session in(Session session, String protocol) {
        session.getProperties().put("mail.%s.executor.writetimeout".formatted(protocol), clock);
        return session;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
