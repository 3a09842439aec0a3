package com.athento.deployment.qa.web;

import com.athento.deployment.process.Refused;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.qa.testrail.FoundRun;
import com.athento.deployment.qa.testrail.Offer;
import com.athento.deployment.qa.testrail.TestRailBatteries;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/interventions/{key}/testrail}: the runs of TestRail that a battery may be taken from. */
@RestController
@RequestMapping("/api/interventions/{key}/testrail")
class TestRailDoor {

    private final TestRailBatteries batteries;
    private final WhoActs whoActs;

    TestRailDoor(TestRailBatteries batteries, WhoActs whoActs) {
        this.batteries = batteries;
        this.whoActs = whoActs;
    }

    @GetMapping
    Offer offered(@PathVariable String key, Principal reader) {
        return batteries.offered(whoActs.holder(reader.getName()), key);
    }

    /** @param run number or link */
    @GetMapping("/run")
    FoundRun find(@PathVariable String key, @RequestParam String run, Principal reader) {
        return batteries.find(whoActs.holder(reader.getName()), key, run);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResultsDoor.Answer take(@PathVariable String key, @RequestBody Asked asked) {
        var run =
                Optional.ofNullable(asked.run()).orElseThrow(() -> Refused.because("refused.parameter.missing", "run"));
        return ResultsDoor.Answer.of(batteries.take(key, run));
    }

    @PostMapping("/runs")
    FoundRun begin(@PathVariable String key) {
        return batteries.begin(key);
    }

    /** @param run number or link */
    record Asked(String run) {}
}
