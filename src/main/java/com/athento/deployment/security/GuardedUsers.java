package com.athento.deployment.security;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.PlainText;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The engine's users, whose passwords are checked as often as {@link Guesses} allow, through whatever door: our login,
 * HTTP Basic, and what the engine's API asks for a password. The engine's own lock on the account is never set: whoever
 * knows a name could shut out its owner with it. Whatever changes an account ends what {@link RightPasswords} know,
 * when it is committed.
 */
class GuardedUsers extends DbIdentityServiceProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedUsers.class);

    /** Counts passwords, by what became of them: {@code right}, {@code wrong}, {@code refused}. */
    private static final String METER = "deployment.passwords";

    private final Guesses guesses;
    private final RightPasswords rightPasswords;
    private final MeterRegistry meters;

    GuardedUsers(Guesses guesses, RightPasswords rightPasswords, MeterRegistry meters) {
        this.guesses = guesses;
        this.rightPasswords = rightPasswords;
        this.meters = meters;
    }

    @Override
    public boolean checkPassword(String account, String password) {
        if (account == null || password == null || !PlainText.isOne(account)) {
            return false;
        }
        try {
            var heard = check(address(), account, password);
            count(heard == Guesses.Heard.RIGHT ? "right" : "wrong");
            return heard == Guesses.Heard.RIGHT;
        } catch (TooManyGuesses refused) {
            count("refused");
            throw refused;
        }
    }

    private Guesses.Heard check(String address, String account, String password) {
        var heard = guesses.check(
                address, account, () -> isLastAdmin(account), () -> super.checkPassword(account, password));
        if (heard != Guesses.Heard.RIGHT) {
            rightPasswords.forget(account);
        }
        if (heard == Guesses.Heard.LAST_FOR_NOW) {
            LOG.warn(
                    "Too many wrong passwords for '{}' from {}: more are refused for now", onOneLine(account), address);
        }
        return heard;
    }

    private void count(String outcome) {
        meters.counter(METER, "outcome", outcome).increment();
    }

    /** What somebody typed makes no line of its own. */
    private static String onOneLine(String account) {
        var printable = account.replaceAll("[^\\p{Graph} ]", "?");
        return printable.substring(0, Math.min(printable.length(), 64));
    }

    /** Whoever asks; the application itself comes from nowhere. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? here.getRequest().getRemoteAddr()
                : "here";
    }

    private boolean isLastAdmin(String account) {
        var admins = Context.getCommandContext()
                .runWithoutAuthorization(() -> Person.ADMINS.stream()
                        .flatMap(group -> createUserQuery().memberOfGroup(group).list().stream())
                        .map(User::getId)
                        .collect(Collectors.toSet()));
        return admins.size() == 1 && admins.contains(account);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        return changed(super.saveUser(user));
    }

    @Override
    public IdentityOperationResult deleteUser(String account) {
        return changed(super.deleteUser(account));
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        return changed(super.deleteGroup(group));
    }

    @Override
    public IdentityOperationResult createMembership(String account, String group) {
        return changed(super.createMembership(account, group));
    }

    @Override
    public IdentityOperationResult deleteMembership(String account, String group) {
        return changed(super.deleteMembership(account, group));
    }

    private IdentityOperationResult changed(IdentityOperationResult result) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> rightPasswords.forget());
        return result;
    }

    @Override
    protected boolean isUserLocked(UserEntity user) {
        return false;
    }

    @Override
    protected void lockUser(UserEntity user) {
        // Guesses count where somebody guesses, not at the account.
    }
}
