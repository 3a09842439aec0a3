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

/** The engine's users are our users: it checks the password, and its groups become roles ({@code ROLE_product} …). */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;

    EngineLogin(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        var password = String.valueOf(attempt.getCredentials());
        if (name == null || name.isBlank() || !isRight(name, password)) {
            throw new BadCredentialsException("unknown account or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(name, null, roles(name));
    }

    private boolean isRight(String name, String password) {
        try {
            return identity.checkPassword(name, password);
        } catch (TooManyGuesses tooMany) {
            throw new TryLater(tooMany);
        }
    }

    private List<SimpleGrantedAuthority> roles(String name) {
        return identity.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
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
