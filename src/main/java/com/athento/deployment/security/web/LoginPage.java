package com.athento.deployment.security.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one logs in. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String logout,
            Model page) {
        page.addAttribute("failed", error != null);
        page.addAttribute("wait", wait);
        page.addAttribute("left", logout != null);
        return "login";
    }
}
