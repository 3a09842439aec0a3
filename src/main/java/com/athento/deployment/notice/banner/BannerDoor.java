package com.athento.deployment.notice.banner;

import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What {@code banner.js} asks for, and how an instance embeds it. */
@RestController
class BannerDoor {

    /** Many users of one instance ask; what one of them got is good enough for the others. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final Banners banners;
    private final Register register;
    private final MailProperties mails;

    BannerDoor(Banners banners, Register register, MailProperties mails) {
        this.banners = banners;
        this.register = register;
        this.mails = mails;
    }

    record Shown(List<Banner> notices) {}

    @GetMapping("/banner/{key}.json")
    ResponseEntity<Shown> banners(
            @PathVariable String key, @RequestHeader(name = HttpHeaders.ORIGIN, required = false) String origin) {
        return register.instanceOfBannerKey(key)
                .map(instance -> answer(instance, origin))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<Shown> answer(Instance instance, String origin) {
        var shown = new Shown(banners.of(instance.code()));
        var answer = ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(GOOD_FOR).cachePublic())
                .eTag(Integer.toHexString(shown.hashCode()))
                .header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        instance.bannerOrigin()
                .filter(own -> own.equals(origin))
                .ifPresent(own -> answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, own));
        return answer.body(shown);
    }

    /** What an admin of the instance puts into its pages. */
    @GetMapping("/api/instances/{code}/banner")
    Map<String, String> embedding(@PathVariable String code) {
        var key = register.bannerKey(code)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "refused.instance.none", code));
        return Map.of(
                "key",
                key,
                "html",
                "<script src=\"%s/banner.js\" data-key=\"%s\" defer></script>".formatted(mails.baseUrl(), key));
    }
}
