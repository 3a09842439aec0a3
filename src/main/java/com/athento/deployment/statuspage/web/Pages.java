package com.athento.deployment.statuspage.web;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Every page here names the product and whom its reader may ask. */
@Component
class Pages {

    private final MailProperties mails;

    Pages(MailProperties mails) {
        this.mails = mails;
    }

    ModelAndView of(String template, HttpStatus status, Words words) {
        return new ModelAndView(template, status)
                .addObject("words", words)
                .addObject("product", mails.product())
                .addObject("ask", mails.of(Team.PROJECT).getAddress());
    }

    /** Where a page has no such address. */
    ModelAndView unknown(Words words) {
        return of("status/unknown", HttpStatus.NOT_FOUND, words);
    }
}
