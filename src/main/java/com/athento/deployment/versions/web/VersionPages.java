package com.athento.deployment.versions.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.schedule.VendorProperties;
import com.athento.deployment.versions.Passports;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The passports for people: all versions, and each one. */
@Controller
@RequestMapping("/versions")
class VersionPages {

    private final Passports passports;
    private final VendorProperties vendor;

    VersionPages(Passports passports, VendorProperties vendor) {
        this.passports = passports;
        this.vendor = vendor;
    }

    @ModelAttribute
    void words(Locale locale, Model model) {
        var words = new Words(Language.of(locale));
        model.addAttribute("words", words);
        model.addAttribute("days", words.in(vendor.vendorZone()));
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("versions", passports.all());
        return "versions/versions";
    }

    @GetMapping("/{line}/{version}")
    String one(@PathVariable String line, @PathVariable String version, Locale locale, Model model) {
        var passport = passports.of(line, version);
        model.addAttribute("passport", passport);
        model.addAttribute("says", passport.record().says(vendor.vendorZone()).in(Language.of(locale)));
        return "versions/passport";
    }
}
