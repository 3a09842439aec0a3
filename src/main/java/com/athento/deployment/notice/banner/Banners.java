package com.athento.deployment.notice.banner;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an instance tells its users now. It is read from the public states, so a notice is put right or taken back with
 * the step that makes it wrong.
 */
@Component
class Banners {

    /** How long users still read how it went. */
    private static final Duration AFTERWARDS = Duration.ofHours(24);

    private final JdbcClient database;
    private final MailProperties mails;
    private final Clock clock;

    Banners(JdbcClient database, MailProperties mails, Clock clock) {
        this.database = database;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * An instance that embeds the script.
     *
     * @param origin the only origin whose pages may read its banners
     */
    record Host(String instance, Optional<String> origin) {}

    Optional<Host> host(String bannerKey) {
        return database.sql("select code, banner_origin from instance where banner_key = ?")
                .param(bannerKey)
                .query((row, number) ->
                        new Host(row.getString("code"), Optional.ofNullable(row.getString("banner_origin"))))
                .optional();
    }

    /** What that instance shows now, the next window first. */
    List<Banner> of(String instance) {
        var now = clock.instant();
        return database
                .sql("""
                        select s.*,
                            exists (select 1 from status_update told where told.intervention_key = s.intervention_key
                                and told.id < s.id and told.in_app = true and told.notice_at <= s.happened_at) as told
                        from status_update s
                        where s.instance_code = :instance and (s.state not in (:over) or s.happened_at > :recently)
                        and s.id = (select max(last.id) from status_update last
                            where last.intervention_key = s.intervention_key)
                        order by s.window_start""")
                .param("instance", instance)
                .param("over", PublicState.over())
                .param("recently", StoredTime.of(now.minus(AFTERWARDS)))
                .query((row, number) -> shown(row, now))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Banner> shown(ResultSet row, Instant now) throws SQLException {
        var state = PublicState.valueOf(row.getString("state"));
        var fresh =
                StoredTime.in(row, "happened_at").orElseThrow().plus(AFTERWARDS).isAfter(now);
        var due = !StoredTime.in(row, "notice_at").orElseThrow().isAfter(now);
        var inApp = row.getBoolean("in_app");
        var told = row.getBoolean("told");
        var start = StoredTime.in(row, "window_start").orElseThrow();
        var visible = switch (state) {
            case PLANNED -> inApp && due;
            // As long as somebody may still reckon with the old date.
            case MOVED -> told && (fresh || start.isAfter(now));
            case IN_PROGRESS, VERIFYING, INTERRUPTED -> inApp;
            case COMPLETED, ROLLED_BACK -> inApp && fresh;
            // Only what was announced need be taken back.
            case CANCELLED -> told && fresh;
        };
        return visible ? Optional.of(banner(row, state, told)) : Optional.empty();
    }

    /** @param told whether users have read of another window before */
    private Banner banner(ResultSet row, PublicState state, boolean told) throws SQLException {
        var before = StoredTime.in(row, "moved_from").filter(moved -> told);
        var text = "banner." + state.name() + (state == PublicState.PLANNED && before.isPresent() ? ".moved" : "");
        var minutes = row.getInt("downtime_minutes");
        return new Banner(
                row.getString("id"),
                state.name(),
                StoredTime.in(row, "window_start").orElseThrow(),
                before.orElse(null),
                Arrays.stream(Language.values())
                        .collect(Collectors.toMap(
                                Language::code, language -> new Words(language).of(text, mails.product(), minutes))));
    }
}
