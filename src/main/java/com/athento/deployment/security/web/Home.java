package com.athento.deployment.security.web;

import com.athento.deployment.intervention.Person;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Leads everybody to where their work is; the demo has a start page instead. */
@Controller
@Profile("!demo")
class Home {

    @GetMapping("/")
    String home(@ModelAttribute("visitor") Person visitor) {
        return visitor.works() ? "redirect:/camunda/app/tasklist/default/" : "redirect:/interventions";
    }
}
