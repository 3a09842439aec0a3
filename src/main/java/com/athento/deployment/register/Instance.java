package com.athento.deployment.register;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One installation of the product.
 *
 * @param code upper case letters, digits and dashes, at most 20 characters
 * @param line the product line, SE or ECM
 * @param version what it runs now
 * @param lastUpdate the day, in the client's zone, of its last version update; absent if nobody knows
 * @param noticeHours how long before the window its end users are told
 * @param supportHours how long support watches over the users after a deployment
 * @param rollbackMinutes how long going back takes
 * @param bannerOrigin the origin of its pages, where they may show our notice
 */
public record Instance(
        String code,
        String clientCode,
        Environment environment,
        Line line,
        Version version,
        Optional<LocalDate> lastUpdate,
        Optional<String> url,
        int noticeHours,
        int supportHours,
        int rollbackMinutes,
        Optional<String> bannerOrigin) {

    /** The last update as an instant: the day begins in the client's zone. */
    public Optional<Instant> lastUpdateIn(ZoneId zone) {
        return lastUpdate.map(day -> day.atStartOfDay(zone).toInstant());
    }

    /** The same instance where only its version has moved. */
    Instance at(Version other, Optional<LocalDate> day) {
        return new Instance(
                code,
                clientCode,
                environment,
                line,
                other,
                day,
                url,
                noticeHours,
                supportHours,
                rollbackMinutes,
                bannerOrigin);
    }

    /** The product's two lines. */
    public enum Line {
        SE,
        ECM
    }
}
