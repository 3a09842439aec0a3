package com.athento.deployment.qa.web;

import com.athento.deployment.qa.TypedBattery;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says where the figures of a battery lead before they are sent. */
@RestController
class BatteryDoor {

    private final TypedBattery typed;

    BatteryDoor(TypedBattery typed) {
        this.typed = typed;
    }

    /**
     * @param intervention its key
     * @param figures as the form sends them, {@code qaTotal}, {@code qaPassed} and so on
     */
    @GetMapping("/api/battery")
    TypedBattery.Outlook battery(
            @RequestParam(defaultValue = "") String intervention, @RequestParam Map<String, String> figures) {
        return typed.of(intervention, figures);
    }
}
