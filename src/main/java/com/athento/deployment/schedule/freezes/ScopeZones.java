package com.athento.deployment.schedule.freezes;

import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.VendorProperties;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By which clocks a freeze goes. */
@Component
public class ScopeZones {

    private final Register register;
    private final VendorProperties vendor;

    ScopeZones(Register register, VendorProperties vendor) {
        this.register = register;
        this.vendor = vendor;
    }

    /** At least one: where nobody is named that is known, the vendor's. */
    public Set<ZoneId> of(Scope scope) {
        var zones = new LinkedHashSet<ZoneId>();
        if (scope.hasVendorsPart()) {
            zones.add(vendor.vendorZone());
        }
        Stream.concat(
                        scope.clients().stream(),
                        scope.instances().stream()
                                .flatMap(code -> register.instance(code).stream())
                                .map(Instance::clientCode))
                .distinct()
                .flatMap(code -> register.client(code).stream())
                .map(Client::zone)
                .forEach(zones::add);
        if (zones.isEmpty()) {
            zones.add(vendor.vendorZone());
        }
        return zones;
    }
}
