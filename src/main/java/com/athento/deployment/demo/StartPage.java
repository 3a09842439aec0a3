package com.athento.deployment.demo;

import com.athento.deployment.demo.Accounts.Account;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
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
        var moments = new Words(Language.of(language)).in(home);
        page.addAttribute("accounts", Account.values());
        page.addAttribute("password", Accounts.PASSWORD);
        page.addAttribute("embedding", embedding());
        page.addAttribute("statusPages", statusPages());
        // Asked before the tasks: what runs meanwhile has made its task by then, or still runs.
        page.addAttribute("working", next.isWorking());
        page.addAttribute("steps", next.steps());
        page.addAttribute("now", clock.now());
        page.addAttribute("timer", clock.nextTimer().map(next::timer).orElse(null));
        page.addAttribute("window", moments.plain(goodWindow(clock.now())));
        page.addAttribute("version", versionAhead());
        page.addAttribute("times", moments);
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
    private Instant goodWindow(Instant now) {
        return ZonedDateTime.ofInstant(now, home)
                .plusDays(3)
                .withHour(22)
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant();
    }
}
