package com.athento.deployment.mail;

import com.athento.deployment.process.jobs.JobTime;

/** One attempt of a job to send its mails: how many of them it begins. Those come first that were tried least. */
class Attempt {

    /**
     * Then others get their turn, however many there are still; and of a node that dies no more than these are in hand.
     */
    static final int MOST = 20;

    private final JobTime time;
    private int begun;
    private int tries;
    private boolean leavesUntried;

    Attempt(JobTime time) {
        this.time = time;
    }

    /** Whether one more mail begins now. */
    boolean begins(LoggedMail mail) {
        if (begun == MOST || !time.isEnoughToBegin()) {
            leavesUntried |= mail.tries() == tries;
            return false;
        }
        if (begun == 0) {
            tries = mail.tries();
        }
        begun++;
        return true;
    }

    /**
     * Whether it has begun all that it may, in its time, and has left out some whose turn it would have been: that the
     * server took none of these says nothing about those.
     */
    boolean isPartOfARound() {
        return begun == MOST && leavesUntried;
    }
}
