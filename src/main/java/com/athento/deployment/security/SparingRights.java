package com.athento.deployment.security;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Decides about rights as the engine does, and asks the database two things less in each command: which groups have any
 * right at all (one that has none adds nothing to an answer), and whether anything is revoked, which
 * {@link NothingRevoked} keeps.
 */
class SparingRights extends AuthorizationManager {

    private final NothingRevoked nothingRevoked;

    SparingRights(NothingRevoked nothingRevoked) {
        this.nothingRevoked = nothingRevoked;
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? new ArrayList<>() : new ArrayList<>(new LinkedHashSet<>(groups));
    }

    @Override
    protected boolean isRevokeAuthCheckEnabled(String person, List<String> groups) {
        if (isRevokeAuthCheckUsed == null && nothingRevoked.isKnown(person, groups)) {
            isRevokeAuthCheckUsed = false;
        }
        var isRevoked = super.isRevokeAuthCheckEnabled(person, groups);
        if (!isRevoked) {
            nothingRevoked.note(person, groups);
        }
        return isRevoked;
    }

    @Override
    public void insert(DbEntity right) {
        super.insert(right);
        heed((AuthorizationEntity) right);
    }

    @Override
    public void update(AuthorizationEntity right) {
        super.update(right);
        heed(right);
    }

    private void heed(AuthorizationEntity right) {
        if (right.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
            nothingRevoked.forget();
        }
    }
}
