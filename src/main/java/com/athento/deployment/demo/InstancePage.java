package com.athento.deployment.demo;

import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Register;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Stands for an instance at a client, which embeds our banner. */
@Controller
@Profile("demo")
class InstancePage {

    private final Register register;

    InstancePage(Register register) {
        this.register = register;
    }

    @GetMapping("/demo/instance/{code}")
    String instance(@PathVariable String code, Model page) {
        var instance = register.instance(code)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "refused.instance.none", code));
        page.addAttribute("instance", instance);
        page.addAttribute("client", register.client(instance.clientCode()).orElseThrow());
        page.addAttribute("key", register.bannerKey(code).orElseThrow());
        return "demo/instance";
    }
}
