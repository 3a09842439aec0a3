package com.athento.deployment.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one logs in. */
@Controller
class LoginPage {

    /** To themselves browsers return secure cookies over http, too. */
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|.*\\.localhost|127\\..*|\\[?::1]?");

    private final ServerProperties server;

    LoginPage(ServerProperties server) {
        this.server = server;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String logout,
            HttpServletRequest request,
            Model page) {
        page.addAttribute("inVain", isInVain(request));
        page.addAttribute("failed", error != null);
        page.addAttribute("wait", wait);
        page.addAttribute("left", logout != null);
        return "login";
    }

    /** Whether the browser would never return the login, and this page would come again and again. */
    private boolean isInVain(HttpServletRequest request) {
        return Boolean.TRUE.equals(server.getServlet().getSession().getCookie().getSecure())
                && !request.isSecure()
                && !THIS_MACHINE.matcher(request.getServerName()).matches();
    }
}
