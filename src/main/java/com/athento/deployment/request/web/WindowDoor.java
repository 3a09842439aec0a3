package com.athento.deployment.request.web;

import com.athento.deployment.request.AskedWindow;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows whoever fills in a request what the window is in UTC and where the vendor sits. */
@RestController
class WindowDoor {

    private final AskedWindow windows;
    private final VendorProperties vendor;

    WindowDoor(AskedWindow windows, VendorProperties vendor) {
        this.windows = windows;
        this.vendor = vendor;
    }

    @GetMapping("/api/window")
    Answer window(
            @RequestParam(required = false) String instance,
            @RequestParam(required = false) String local,
            @RequestParam(required = false) String offset) {
        return Answer.of(windows.of(instance, local, offset), vendor.vendorZone());
    }

    /**
     * @param start the instant
     * @param offset of the client's clock then
     * @param zone the client's
     * @param vendorLocal what the vendor's clock shows then
     * @param utc the same in UTC
     */
    record Answer(Instant start, String offset, String zone, String vendorLocal, String vendorZone, String utc) {

        static Answer of(ClientTime window, ZoneId vendor) {
            var start = window.instant();
            return new Answer(
                    start,
                    window.offsetText(),
                    window.zone().getId(),
                    ClientTime.of(start, vendor).text(),
                    vendor.getId(),
                    ClientTime.of(start, ZoneOffset.UTC).text());
        }
    }
}
