package com.athento.deployment.security;

import com.athento.deployment.process.HeldForSeconds;
import java.time.Duration;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides about rights as the engine does, and asks the database less: which groups have any right at all (one that has
 * none adds nothing to an answer), and, but for every few seconds, whether anything is revoked and whether any right
 * names a single task or intervention, which is removed when that ends.
 */
class SparingRights extends AuthorizationManager {

    private static final Set<Resource> ENDING = Set.of(Resources.TASK, Resources.PROCESS_INSTANCE);

    private final Held held;
    private final JdbcClient database;

    SparingRights(Held held, JdbcClient database) {
        this.held = held;
        this.database = database;
    }

    /**
     * What all commands of a node share.
     *
     * @param revoked from whom nothing is: a person and their groups
     * @param ofOne of what kind of thing no single one has a right of its own
     */
    record Held(HeldForSeconds<Map.Entry<String, Set<String>>> revoked, HeldForSeconds<Resource> ofOne) {

        static Held of(Duration kept) {
            return new Held(new HeldForSeconds<>(kept, System::nanoTime), new HeldForSeconds<>(kept, System::nanoTime));
        }
    }

    private static Map.Entry<String, Set<String>> whose(String person, Collection<String> groups) {
        // Somebody may come with groups alone.
        return new SimpleImmutableEntry<>(person, groups == null ? Set.of() : Set.copyOf(groups));
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? new ArrayList<>() : new ArrayList<>(new LinkedHashSet<>(groups));
    }

    @Override
    protected boolean isRevokeAuthCheckEnabled(String person, List<String> groups) {
        var whose = whose(person, groups);
        if (isRevokeAuthCheckUsed == null && held.revoked().isNothing(whose)) {
            isRevokeAuthCheckUsed = false;
        }
        var isRevoked = super.isRevokeAuthCheckEnabled(person, groups);
        if (!isRevoked) {
            held.revoked().noteNothing(whose);
        }
        return isRevoked;
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource of, String id) {
        if (!ENDING.contains(of) || isAnyOfOne(of)) {
            super.deleteAuthorizationsByResourceId(of, id);
        }
    }

    private boolean isAnyOfOne(Resource kind) {
        return held.ofOne()
                .isAny(
                        kind,
                        () -> database.sql(
                                                "select count(*) from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = :kind and RESOURCE_ID_ <> :any")
                                        .param("kind", kind.resourceType())
                                        .param("any", Authorization.ANY)
                                        .query(Long.class)
                                        .single()
                                > 0);
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
            held.revoked().forget();
        }
        held.ofOne().forget();
    }
}
