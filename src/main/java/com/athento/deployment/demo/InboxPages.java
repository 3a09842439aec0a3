package com.athento.deployment.demo;

import com.athento.deployment.demo.Letter.Attachment;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.schedule.VendorProperties;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Everybody's inbox: each mail as its reader sees it. */
@Controller
@Profile("demo")
@RequestMapping("/demo/inbox")
class InboxPages {

    /** A mail runs no script and loads nothing from anywhere, whatever it says. */
    private static final String NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

    private final Letters letters;
    private final VendorProperties vendor;

    InboxPages(Letters letters, VendorProperties vendor) {
        this.letters = letters;
        this.vendor = vendor;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String intervention,
            @RequestParam(defaultValue = "") String recipient,
            Model page,
            Locale language) {
        var wanted = recipient.strip().toLowerCase(Locale.ROOT);
        page.addAttribute(
                "letters",
                letters.of(Optional.of(intervention.strip()).filter(key -> !key.isEmpty())).stream()
                        .filter(letter -> letter.bcc().stream()
                                .anyMatch(address ->
                                        address.toLowerCase(Locale.ROOT).contains(wanted)))
                        .sorted(Comparator.comparingLong(Letter::id).reversed())
                        .toList());
        page.addAttribute("interventions", letters.interventions());
        page.addAttribute("intervention", intervention);
        page.addAttribute("recipient", recipient);
        page.addAttribute("times", new Words(Language.of(language)).in(vendor.vendorZone()));
        return "demo/inbox";
    }

    @GetMapping("/{id}")
    String letter(@PathVariable long id, Model page, Locale language) {
        var letter = find(id);
        page.addAttribute("letter", letter);
        page.addAttribute(
                "entries",
                letter.attachments().stream()
                        .map(CalendarEntry::in)
                        .flatMap(Optional::stream)
                        .toList());
        page.addAttribute("times", new Words(Language.of(language)).in(vendor.vendorZone()));
        page.addAttribute("zone", vendor.vendorZone());
        return "demo/letter";
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        var html = Optional.ofNullable(find(id).html()).orElse("");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", NOTHING_FROM_OUTSIDE)
                .body(html.replaceFirst("(?i)<head>", "<head><base target=\"_blank\">"));
    }

    @GetMapping("/{id}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int number) {
        var attachments = find(id).attachments();
        if (number < 1 || number > attachments.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Attachment attachment = attachments.get(number - 1);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(attachment.bytes());
    }

    private Letter find(long id) {
        return letters.letter(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
