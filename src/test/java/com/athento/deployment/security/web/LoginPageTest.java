package com.athento.deployment.security.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.athento.deployment.ApplicationTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The page as an application shows it whose cookies are secure, and as the demo does. */
@ApplicationTest
class LoginPageTest {

    private static final String FORM = "<form id=\"login\"";

    @Autowired
    ThymeleafViewResolver templates;

    @ParameterizedTest(name = "secure cookies {0}, asked by https {1} at {2}: in vain {3}")
    @CsvSource({
        "true, false, deployments.example.com, true",
        "true, true, deployments.example.com, false",
        "false, false, deployments.example.com, false",
        "true, false, 10.0.0.7, true",
        "true, false, localhost.example.com, true",
        "true, false, localhost, false",
        "true, false, app.localhost, false",
        "true, false, 127.0.0.1, false",
        "true, false, [::1], false"
    })
    void asksForNoPasswordThatIsGivenInVain(boolean secureCookies, boolean https, String host, boolean inVain)
            throws Exception {
        show(secureCookies, get("/login").secure(https).with(named(host)))
                .andExpect(content().string(inVain ? not(containsString(FORM)) : containsString(FORM)))
                .andExpect(content()
                        .string(inVain ? containsString("Open it with https://.") : not(containsString("https"))));
    }

    @Test
    void saysSoInTheReadersLanguage() throws Exception {
        show(true, get("/login").with(named("deployments.example.com")).locale(Locale.forLanguageTag("es")))
                .andExpect(content().string(containsString("Ábrala con https://.")));
    }

    private static RequestPostProcessor named(String host) {
        return request -> {
            request.setServerName(host);
            return request;
        };
    }

    private ResultActions show(boolean secureCookies, MockHttpServletRequestBuilder request) throws Exception {
        var server = new ServerProperties();
        server.getServlet().getSession().getCookie().setSecure(secureCookies);
        return MockMvcBuilders.standaloneSetup(new LoginPage(server))
                // Not itself: it belongs to the application already.
                .setViewResolvers((view, language) -> templates.resolveViewName(view, language))
                .build()
                .perform(request);
    }
}
