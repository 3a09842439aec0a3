package com.athento.deployment.mail.web;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.mail.PreviewMail;
import com.athento.deployment.process.Refused;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the client reads, one click away from the forms in which it is decided. */
@Controller
class PreviewPage {

    /** Nothing but the mail's own look: no script, no picture from elsewhere, no form. */
    private static final String ONLY_THE_LETTER =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

    private final PreviewMail preview;

    PreviewPage(PreviewMail preview) {
        this.preview = preview;
    }

    @GetMapping("/interventions/{key}/preview")
    String show(@PathVariable String key, Model page) {
        page.addAttribute("key", key);
        page.addAttribute("mail", find(key));
        return "overview/preview";
    }

    @GetMapping(path = "/interventions/{key}/preview/letter", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> letter(@PathVariable String key) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", ONLY_THE_LETTER)
                .body(find(key).html().getBytes(StandardCharsets.UTF_8));
    }

    private PreviewMail.Preview find(String key) {
        return preview.of(key)
                .orElseThrow(() ->
                        new Refused(Refused.Reason.UNKNOWN, "refused.preview.not-running", PlainText.quoted(key)));
    }
}
