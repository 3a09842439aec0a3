package com.athento.deployment.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * The engine's users are our users: it checks the password, and its groups become roles ({@code ROLE_product} …). What
 * {@link RightPasswords} know of a machine is not asked again.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private static final String ROLE = "ROLE_";

    private final IdentityService identity;
    private final RightPasswords rightPasswords;

    EngineLogin(IdentityService identity, RightPasswords rightPasswords) {
        this.identity = identity;
        this.rightPasswords = rightPasswords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        var password = String.valueOf(attempt.getCredentials());
        if (name == null || name.isBlank()) {
            throw wrong();
        }
        var groups = attempt.getDetails() instanceof OneRequest request
                ? groups(rightPasswords.attempt(request.getRemoteAddress(), name, password), password)
                : groups(name, password);
        return UsernamePasswordAuthenticationToken.authenticated(
                name,
                null,
                groups.stream()
                        .map(group -> new SimpleGrantedAuthority(ROLE + group))
                        .toList());
    }

    private List<String> groups(RightPasswords.Attempt attempt, String password) {
        return rightPasswords.groups(attempt).orElseGet(() -> {
            var groups = groups(attempt.account(), password);
            rightPasswords.note(attempt, groups);
            return groups;
        });
    }

    private List<String> groups(String name, String password) {
        if (!isRight(name, password)) {
            throw wrong();
        }
        return groups(name, identity);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("unknown account or wrong password");
    }

    /** Of somebody who is logged in, as they are now. */
    static List<String> groups(Authentication login, IdentityService identity) {
        return login.getDetails() instanceof OneRequest
                ? login.getAuthorities().stream()
                        .map(role -> role.getAuthority().substring(ROLE.length()))
                        .toList()
                : groups(login.getName(), identity);
    }

    private static List<String> groups(String name, IdentityService identity) {
        return identity.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .toList();
    }

    private boolean isRight(String name, String password) {
        try {
            return identity.checkPassword(name, password);
        } catch (TooManyGuesses tooMany) {
            throw new TryLater(tooMany);
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** Nobody was let in, nor was anybody told whether the password was right. */
    static class TryLater extends LockedException {

        private static final long serialVersionUID = 1L;

        private final long seconds;

        TryLater(TooManyGuesses tooMany) {
            super(tooMany.getMessage(), tooMany);
            this.seconds = tooMany.seconds();
        }

        long seconds() {
            return seconds;
        }
    }
}
