package com.athento.deployment.demo;

import com.athento.deployment.demo.Accounts.Account;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a newcomer begins: what this is, what to do next, as whom, and what time it is. */
@Controller
@Profile("demo")
class StartPage {

    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

    /** The instance that the tour deploys to. */
    private static final String TOURED = "ACME-PRO";

    private final DemoClock clock;
    private final NextSteps next;
    private final Register register;

    /** The vendor's own zone; a client's may differ, and then the pages say so. */
    private final ZoneId home;

    StartPage(DemoClock clock, NextSteps next, Register register, VendorProperties vendor) {
        this.clock = clock;
        this.next = next;
        this.register = register;
        this.home = vendor.vendorZone();
    }

    @GetMapping("/")
    String start(Model page, Locale language) {
        page.addAttribute("accounts", Account.values());
        page.addAttribute("password", Accounts.PASSWORD);
        page.addAttribute("embedding", embedding());
        page.addAttribute("statusPages", statusPages());
        // Asked before the tasks: what runs meanwhile has made its task by then, or still runs.
        page.addAttribute("working", next.isWorking());
        page.addAttribute("steps", next.steps());
        page.addAttribute("now", clock.now());
        page.addAttribute("timer", clock.nextTimer().map(next::timer).orElse(null));
        page.addAttribute("window", goodWindow(clock.now(), language));
        page.addAttribute("version", versionAhead());
        page.addAttribute("times", new Times(language, home));
        return "demo/start";
    }

    @PostMapping("/demo/clock")
    String jump(@ModelAttribute Jump jump) {
        jump.with(clock);
        return "redirect:/";
    }

    /** The instances whose pages show our banner. */
    private List<String> embedding() {
        return register.instances().stream()
                .filter(instance -> instance.bannerOrigin().isPresent())
                .map(Instance::code)
                .toList();
    }

    /** The status pages of the clients whose instances can be asked for, by name. */
    private Map<String, String> statusPages() {
        return register.instances().stream()
                .map(Instance::clientCode)
                .distinct()
                .collect(Collectors.toMap(
                        code -> register.client(code).orElseThrow().name(),
                        register::statusKey,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** What the tour's request can ask for: the minor version after the one that runs. */
    private Version versionAhead() {
        return register.instance(TOURED).orElseThrow().version().nextMinor();
    }

    /** A window that the tour's request can ask for without a finding: three days ahead, 22:00. */
    private String goodWindow(Instant now, Locale language) {
        return ZonedDateTime.ofInstant(now, home)
                        .plusDays(3)
                        .withHour(22)
                        .withMinute(0)
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(language))
                + ", 22:00";
    }

    /** Moments as the page shows them, in the vendor's zone. */
    record Times(Locale language, ZoneId home) {

        /** For a sentence. */
        public String show(Instant moment) {
            return in(FormatStyle.FULL, moment);
        }

        /** For a column. */
        public String brief(Instant moment) {
            return in(FormatStyle.MEDIUM, moment);
        }

        private String in(FormatStyle style, Instant moment) {
            var there = moment.atZone(home);
            return DateTimeFormatter.ofLocalizedDate(style).withLocale(language).format(there)
                    + ", "
                    + HOURS.format(there);
        }
    }
}
