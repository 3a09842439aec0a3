package com.athento.deployment.schedule;

import com.athento.deployment.register.Client;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.calendars.Calendar;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Each client's own calendar; where it names no working hours, with the usual ones. */
@Component
public class Calendars {

    private final Register register;
    private final WorkingHours usual;

    Calendars(Register register, WorkingHours usual) {
        this.register = register;
        this.usual = usual;
    }

    /** @param clientCode of a client that is in the register */
    public ClientCalendar of(String clientCode) {
        return of(register.client(clientCode).orElseThrow());
    }

    /** The same by the clocks of another zone, such as the one in which a plan was agreed. */
    public ClientCalendar of(String clientCode, ZoneId zone) {
        var calendar = of(clientCode);
        return new ClientCalendar(calendar.calendar(), calendar.hours(), zone);
    }

    public ClientCalendar of(Client client) {
        var calendar = client.calendar().orElse(Calendar.NONE);
        return new ClientCalendar(calendar, calendar.workingHours().orElseGet(usual::week), client.zone());
    }
}
